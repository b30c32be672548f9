/**
 * Whether k6 could not even open a connection because this machine had run out of something: errno by its words, as k6 tells it.
 *
 * Nothing that a team says may pass for it: other errors quote addresses, status lines and headers, which are the team's own words.
 * https://grafana.com/docs/k6/latest/javascript-api/error-codes/: 1213 is any other error of the system at dialling.
 */
export const isOwnFailure = (code: number, error: string): boolean =>
  code === 1213 &&
  /^dial: unknown errno \d+ error with msg `(too many open files( in system)?|no buffer space available|cannot allocate memory)`$/.test(
    error,
  );
