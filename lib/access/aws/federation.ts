import { z } from 'zod';
import { GameDayError } from '../../core/errors';
import { loginLink, tokenRequest, type SignInHosts } from '../console-sign-in';
import type { ParticipantCredentials } from '../ports';

/** AWS answers within a second; somebody waits for this with a finger on the button. */
const TIMEOUT_MS = 10_000;

const answerSchema = z.looseObject({ SigninToken: z.string().min(1) });

/**
 * Makes addresses that log into AWS's console. Throws `SignInFailed`, which holds nothing of what was sent or answered: both are secret.
 * @param hosts of the partition and region
 */
export function federation(
  hosts: SignInHosts,
  request: typeof fetch = fetch,
): (credentials: ParticipantCredentials) => Promise<string> {
  return async (credentials) => {
    const { status, text } = await answerOf(request, tokenRequest(hosts, credentials));
    if (status !== 200) throw failed(`AWS’s sign-in answered ${status}`);
    const answer = answerSchema.safeParse(parsed(text));
    if (!answer.success) throw failed('AWS’s sign-in answered something else than a token');
    return loginLink(hosts, answer.data.SigninToken);
  };
}

async function answerOf(request: typeof fetch, url: string): Promise<{ status: number; text: string }> {
  try {
    const response = await request(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, text: await response.text() };
  } catch {
    throw failed('AWS’s sign-in cannot be reached');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const failed = (what: string): GameDayError =>
  new GameDayError(
    'SignInFailed',
    `${what}.`,
    'Try again in a moment; the command line’s credentials need no sign-in.',
  );
