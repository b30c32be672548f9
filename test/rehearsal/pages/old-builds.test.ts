import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeOldBuilds } from '../../../lib/rehearsal/pages/old-builds';

test('only the current build stays, and what another one under way is making', async () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'gameday-dist-'));
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  const underWay = `.2222-${process.pid}-AbCdEf`;
  for (const name of ['1111', '0000', underWay, `.2222-${gone}-GhIjKl`, '.3333-MnOpQr'])
    mkdirSync(path.join(dist, name));
  await removeOldBuilds(dist, '1111');
  expect(readdirSync(dist).sort()).toEqual([underWay, '1111']);
  rmSync(dist, { recursive: true });
});
