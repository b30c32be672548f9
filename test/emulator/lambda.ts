import { region, type Emulator } from './emulator';

/**
 * Invokes a function in the organizer's account, as its schedule would. Throws what the function threw.
 * @param aheadMs by how much the function's clock is set forward
 */
export async function invoke(emulator: Emulator, functionName: string, aheadMs = 0): Promise<void> {
  await answerOf(emulator, functionName, { emulator: { aheadMs } });
}

/** Invokes a function in the organizer's account and returns what it answers, as JSON. Throws what the function threw. */
export async function answerOf({ url, env }: Emulator, functionName: string, event: object): Promise<string> {
  // The emulator reads whose key it is, and no signature.
  const scope = `${env['AWS_ACCESS_KEY_ID']}/20260101/${region}/lambda/aws4_request`;
  const response = await fetch(`${url}/2015-03-31/functions/${functionName}/invocations`, {
    method: 'POST',
    headers: { Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none` },
    body: JSON.stringify(event),
  });
  const answer = await response.text();
  if (!response.ok || response.headers.has('x-amz-function-error')) throw new Error(`${functionName}: ${answer}`);
  return answer;
}
