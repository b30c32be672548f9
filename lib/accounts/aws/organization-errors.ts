import { ConstraintViolationException, OrganizationsServiceException } from '@aws-sdk/client-organizations';
import { GameDayError } from '../../core/errors';

/**
 * What AWS Organizations asks to repeat: two changes at the same moment, a change of policies that is still spreading, too many calls,
 * its own failures.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html#API_MoveAccount_Errors,
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html#API_AttachPolicy_Errors
 */
const passing = new Set([
  'ConcurrentModificationException',
  'PolicyChangesInProgressException',
  'TooManyRequestsException',
  'ThrottlingException',
  'ServiceException',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'ECONNRESET',
]);

export const isPassing = (error: unknown): boolean => error instanceof Error && passing.has(error.name);

/** Undefined where the call fails by this name; whatever else it throws is thrown. */
export async function tolerating<T>(call: () => Promise<T>, name: string): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}

/** Why the organization could not be asked, in words where they are known. */
export function organizationUnfit(cause: unknown): unknown {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'AWSOrganizationsNotInUseException') {
    return new GameDayError(
      'OrganizationUnfit',
      'The account that manages the accounts has no AWS organization.',
      'Make one from the management account: aws organizations create-organization --feature-set ALL',
      { cause },
    );
  }
  if (/AccessDenied/.test(name)) {
    return new GameDayError(
      'OrganizationUnfit',
      'The credentials at hand may not ask AWS Organizations.',
      'Give credentials of the management account with --management-profile NAME.',
      { cause },
    );
  }
  return cause;
}

/**
 * AWS's code of why it would not create or close an account: the reason of a constraint, or the name of the exception as the codes of
 * failed requests are written. Throws what is neither.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html#API_CreateAccount_Errors
 */
export function refusal(error: unknown): string {
  if (!(error instanceof OrganizationsServiceException)) throw error;
  if (error instanceof ConstraintViolationException && error.Reason !== undefined) return error.Reason;
  const known = exceptionCodes[error.name];
  if (known === undefined) throw error;
  return known;
}

const exceptionCodes: Readonly<Record<string, string>> = {
  ConcurrentModificationException: 'CONCURRENT_ACCOUNT_MODIFICATION',
  ConflictException: 'CONFLICT',
  FinalizingOrganizationException: 'FINALIZING_ORGANIZATION',
  ServiceException: 'INTERNAL_FAILURE',
  TooManyRequestsException: 'TOO_MANY_REQUESTS',
};
