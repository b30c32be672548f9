import { authorization } from '../../../lib/aws/experiments/sign-request';

/** Worked out step by step by AWS in its guide to Signature Version 4: a list of IAM users. */
const example = {
  method: 'GET',
  path: '/',
  search: 'Action=ListUsers&Version=2010-05-08',
  text: '',
  headers: {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    host: 'iam.amazonaws.com',
    'x-amz-date': '20150830T123600Z',
  },
};
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

test('a request is signed as in the example that AWS published', () => {
  expect(authorization({ service: 'iam', region: 'us-east-1' }, credentials, example)).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, ' +
      'SignedHeaders=content-type;host;x-amz-date, ' +
      'Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  );
});

test.each([
  ['another body', { ...example, text: '{}' }],
  ['another query', { ...example, search: 'Action=ListRoles&Version=2010-05-08' }],
  ['another path', { ...example, path: '/schedules' }],
])('%s has another signature', (_what, request) => {
  const of = (each: typeof example) => authorization({ service: 'iam', region: 'us-east-1' }, credentials, each);
  expect(of(request)).not.toBe(of(example));
});
