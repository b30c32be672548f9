import path from 'node:path';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';

test('the informed event of the README has no mistakes, and a person for every role', async () => {
  const { informed } = await readEventFile(path.join(__dirname, '../../docs/informed.yaml'));
  expect(informed?.environments.map(({ kind }) => kind)).toEqual(['test', 'production']);
  expect(Object.values(informed?.roles ?? {})).toHaveLength(4);
});
