import { deployTemplate } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';

let emulator: Emulator;
beforeAll(async () => (emulator = await startEmulator('999999999999', [])), 60_000);
afterAll(() => emulator.stop());

const topic = { Type: 'AWS::SNS::Topic' };
const unknown = { Type: 'AWS::GameLift::Fleet', Properties: { Name: 'fleet' } };

test('a stack with a type that the emulator cannot make is rolled back, with the type as the reason', async () => {
  const deployed = await deployTemplate(emulator, 'unknown-type', { Topic: topic, Fleet: unknown });
  expect(deployed.status).toBe('ROLLBACK_COMPLETE');
  expect(deployed.reasons.join()).toContain('AWS::GameLift::Fleet is not supported');
});

test('a change that brings such a type leaves the stack as it was', async () => {
  expect(await deployTemplate(emulator, 'grown', { Topic: topic })).toMatchObject({ status: 'CREATE_COMPLETE' });
  const deployed = await deployTemplate(emulator, 'grown', { Topic: topic, Fleet: unknown });
  expect(deployed.status).toBe('UPDATE_ROLLBACK_COMPLETE');
});

test('a resource whose making fails inside the emulator fails the stack', async () => {
  const policy = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: 'nobody-made-it', PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*' }] } },
  };
  const deployed = await deployTemplate(emulator, 'broken', { Policy: policy });
  expect(deployed.status).toBe('ROLLBACK_COMPLETE');
});

test('a change that the emulator cannot make is refused, not forgotten', async () => {
  const gateway = (name: string) => ({
    Gateway: { Type: 'AWS::EC2::InternetGateway', Properties: { Tags: [{ Key: 'Name', Value: name }] } },
  });
  await deployTemplate(emulator, 'gateway', gateway('one'));
  const deployed = await deployTemplate(emulator, 'gateway', gateway('two'));
  expect(deployed.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(deployed.reasons.join()).toContain('cannot change AWS::EC2::InternetGateway');
});
