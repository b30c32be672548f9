import { isOwnFailure } from '../../load/k6/own-failure';

test.each([
  ['no more files', 1213, 'dial: unknown errno 24 error with msg `too many open files`', true],
  ['no more memory for sockets', 1213, 'dial: unknown errno 105 error with msg `no buffer space available`', true],
  ['no way to the address', 1213, 'dial: unknown errno 101 error with msg `network is unreachable`', false],
  [
    'an address of this machine that is none',
    1213,
    'dial: unknown errno 99 error with msg `cannot assign requested address`',
    false,
  ],
  ['such words in a header', 1000, 'malformed MIME header: missing colon: "too many open files"', false],
  ['such words in an address', 1020, 'invalid URL: parse "http://x/no buffer space%zz/x": invalid URL escape', false],
])('what k6 says of %s is our own failure or the team’s', (_what, code, error, ours) => {
  expect(isOwnFailure(code, error)).toBe(ours);
});
