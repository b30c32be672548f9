import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

jest.setTimeout(60_000);

test('every row stands with what it says while it is under way, in the end with how it went, and never among results', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', require.resolve('./draw-rows.ts')],
    {
      cwd: path.join(__dirname, '../..'),
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  const shown = stripVTControlCharacters(stderr);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  // What was said before the rows could be drawn stands, too.
  expect(shown).toMatch(
    / organizer \(9\)\n +› prepares the account\n. blue \(1\)\n +› 12 of 60 resources\n. red \(2\)\n/,
  );
  expect(shown.trimEnd().split('\n').slice(-4)).toEqual([
    '✔ organizer (9): deployed',
    '✔ blue (1): deployed',
    '✖ red (2)',
    '  › red (2): failed: no table',
  ]);
});
