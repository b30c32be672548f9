import { inspect } from 'node:util';
import { participantRole } from '../../lib/access/aws/participant-role';
import { FakeAws, ok, xmlError } from '../support/aws/fake-aws';
import { refusal } from '../support/refusal';

const names = { sessionName: 'red@spring', sourceIdentity: 'gameday,red@spring' };
const answer =
  '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>s</SecretAccessKey>' +
  '<SessionToken>t</SessionToken><Expiration>2026-12-10T10:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>';

test('a participant is the role of the one account, under the names of team and event, and for as long as AWS gives by itself', async () => {
  const aws = new FakeAws({ sts: () => ok(answer) });
  const enter = participantRole('aws', aws.options());
  expect(await enter('222222222222', names)).toEqual({
    accessKeyId: 'ASIA1',
    secretAccessKey: 's',
    sessionToken: 't',
    expiration: new Date('2026-12-10T10:00:00Z'),
  });
  const sent = Object.fromEntries(new URLSearchParams(aws.calls[0]?.body));
  expect(sent).toMatchObject({
    RoleArn: 'arn:aws:iam::222222222222:role/gameday/participant',
    RoleSessionName: 'red@spring',
    SourceIdentity: 'gameday,red@spring',
  });
  expect(Object.keys(sent)).not.toContain('DurationSeconds');
});

test('an account that lets nobody in is named, without anything that was sent', async () => {
  const aws = new FakeAws({ sts: () => xmlError('AccessDenied') });
  const attempt = participantRole('aws', aws.options())('222222222222', names);
  await expect(attempt).rejects.toEqual(refusal('AccountUnreadable', '222222222222'));
  expect(inspect(await attempt.catch((thrown: unknown) => thrown), { depth: null })).not.toContain('Credential=');
});
