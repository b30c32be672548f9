import { GameDayError } from '../core/errors';

/** Why AWS did not make an account. */
interface CreationFailure {
  readonly error: GameDayError;
  /** Whether asking again after a while may help. */
  readonly passing: boolean;
}

/**
 * What a code of AWS means and what to do about it.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccountStatus.html
 */
export function creationFailure(code: string, email: string): CreationFailure {
  const passing = ['CONCURRENT_ACCOUNT_MODIFICATION', 'INTERNAL_FAILURE', 'TOO_MANY_REQUESTS'].includes(code);
  const kind =
    code === 'FINALIZING_ORGANIZATION'
      ? 'OrganizationUnfit'
      : /LIMIT_EXCEEDED$/.test(code)
        ? 'QuotaTooSmall'
        : 'AccountUnready';
  const said = `AWS did not make the account ${email}: ${code}`;
  return { error: new GameDayError(kind, said, advice[code] ?? (passing ? AGAIN : SUPPORT)), passing };
}

/** Whether no other account can be made either. */
export const isFinal = (error: unknown): boolean =>
  error instanceof GameDayError && (error.code === 'QuotaTooSmall' || error.code === 'OrganizationUnfit');

/** The quota of accounts of an organization is kept in us-east-1 alone. */
export const accountQuotaCommand = (wanted: number | 'NUMBER'): string =>
  `aws service-quotas request-service-quota-increase --region us-east-1 --service-code organizations --quota-code L-29A0C5DF --desired-value ${wanted}`;

const AGAIN = 'Wait some minutes, then repeat the command: it goes on where it stopped.';
const SUPPORT = 'Correct what AWS names, or ask AWS Support; then repeat the command: it goes on where it stopped.';
const moreAccounts = `Ask for more from the management account, or close accounts that nobody needs; closed ones count for 90 days. ${accountQuotaCommand('NUMBER')}`;

const advice: Readonly<Record<string, string>> = {
  ACCOUNT_LIMIT_EXCEEDED: moreAccounts,
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: moreAccounts,
  ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED: 'Too many accounts were made in a short time: repeat the command tomorrow.',
  CREATE_ACCOUNT_STATUS_NOT_FOUND:
    'AWS no longer knows the request: repeat the command, which looks for the account and otherwise asks for it anew.',
  EMAIL_ALREADY_EXISTS:
    'The address belongs to an AWS account outside this organization: change accounts: email in the event file, then repeat the command.',
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot.html
  FINALIZING_ORGANIZATION: 'AWS is still preparing the new organization: repeat the command in an hour.',
};
