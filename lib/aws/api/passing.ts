/** Errors by which AWS says that it is asked too often. https://docs.aws.amazon.com/general/latest/gr/api-retries.html */
const tooOften = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Whether AWS may do a moment later what it did not do now. */
export const passesByItself = (error: unknown): boolean =>
  error instanceof Error &&
  (tooOften.has(error.name) || error.name === 'TimeoutError' || ('$fault' in error && error.$fault === 'server'));
