import { join } from 'node:path';
import { organizerStackName } from '../../lib/deploy/target';
import { synthesiseEvent } from '../../lib/deploy/aws/assembly';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';

const file = join(__dirname, '../../scenarios/corner-shop/event.yaml');

test('the organizer’s stack is found by its name', async () => {
  const assembly = await synthesiseEvent(file, 'none');
  try {
    expect(assembly.idOf(organizerStackName(await readEventFile(file)))).toBe('Organizer');
  } finally {
    assembly.dispose();
  }
}, 120_000);
