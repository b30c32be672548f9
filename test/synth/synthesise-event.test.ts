import { join } from 'node:path';
import { organizerStackName } from '../../lib/deploy/target';
import { synthesiseEvent } from '../../lib/deploy/aws/assembly';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';

const file = join(__dirname, '../../scenarios/corner-shop/event.yaml');

test('who is to be told of alarms is told by the topic that is deployed, and the stack is found by its name', async () => {
  const assembly = await synthesiseEvent(file, { weaknesses: 'none', alarms: 'me@example.com' });
  try {
    const name = organizerStackName(await readEventFile(file));
    const subscriptions = Object.values(assembly.template(name).Resources).filter(
      ({ Type }) => Type === 'AWS::SNS::Subscription',
    );
    expect(subscriptions).toEqual([
      expect.objectContaining({
        Properties: expect.objectContaining({ Protocol: 'email', Endpoint: 'me@example.com' }) as object,
      }),
    ]);
    expect(assembly.idOf(name)).toBe('Organizer');
  } finally {
    assembly.dispose();
  }
}, 120_000);
