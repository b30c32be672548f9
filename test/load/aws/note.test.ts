import { jsonNotes } from '../../../load/aws/note';

test('a note is one line of JSON with its instant, and no secret gets into it, whatever a library says', () => {
  const lines: string[] = [];
  const secrets = new Set<string>();
  const note = jsonNotes(
    (line) => lines.push(line),
    secrets,
    () => 0,
  );
  secrets.add('s3"cret');
  note('warn', 'refused', { reason: 'key s3"cret is wrong', team: 'blue' });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    message: 'refused',
    reason: 'key ••• is wrong',
    team: 'blue',
  });
  expect(lines).toEqual([expect.stringMatching(/\n$/)]);
});

test.each(['"', 'e', ':'])('a team whose key is %s cannot spoil the log', (key) => {
  const lines: string[] = [];
  const note = jsonNotes(
    (line) => lines.push(line),
    new Set([key]),
    () => 0,
  );
  note('info', 'engine starts');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'engine starts' });
});
