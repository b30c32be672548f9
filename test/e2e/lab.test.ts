import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LabReport } from '../../lib/lab/report';
import { gameday } from '../cli/gameday';
import { GamedayProcess, scratchFolder } from './rehearsal-process';

jest.setTimeout(120_000);

const scratch = scratchFolder();
afterAll(() => scratch.remove());
const inFolder = (name: string): string => path.join(scratch.path, name);

/** A quarter of an hour without any experiment: too short for most weaknesses to matter. */
const event = inFolder('short.yaml');
writeFileSync(
  event,
  `name: A short one
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
duration: 15m
teams: [{ id: blue, name: Blue }]
traffic: [{ at: 0m, rps: 4 }]
`,
);
const lab = (...args: string[]) =>
  gameday(scratch.path, 'lab', 'rental-market', '--event', event, '--games', '1', ...args);

test('a lab of few games tells what it found as JSON and as a page, and exits with 1 for a verdict that is broken', () => {
  const page = inFolder('lab.html');
  const { code, stdout, stderr } = lab('--json', '--page', page);
  const report = JSON.parse(stdout) as LabReport;
  expect(report).toMatchObject({ version: 1, scenario: 'rental-market', seeds: 3, passed: false });
  expect(report.verdicts.filter(({ id, passed }) => id.startsWith('matters/') && !passed).length).toBeGreaterThan(0);
  expect(stderr).toContain('not fair');
  expect(code).toBe(1);
  expect(readFileSync(page, 'utf8')).toContain('</html>');
  expect(statSync(page).size).toBeLessThan(300_000);
});

test('the same seed gives the same report, however many workers play', () => {
  const [one, three] = [lab('--json', '--jobs', '1'), lab('--json', '--jobs', '3')];
  expect(one.stdout).not.toBe('');
  expect(three.stdout).toBe(one.stdout);
});

test('an event of another scenario is refused', () => {
  const other = inFolder('other.yaml');
  writeFileSync(other, readFileSync(event, 'utf8').replace('rental-market', 'corner-shop'));
  const { code, stderr } = gameday(scratch.path, 'lab', 'rental-market', '--event', other);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('corner-shop') as string });
});

test('Ctrl-C stops a lab in order, and nobody takes that for a verdict', async () => {
  const running = new GamedayProcess('lab', 'rental-market', '--games', '100000');
  await running.says(/Played \d+ of/);
  running.kill('SIGINT');
  expect(await running.ended).toBe(2);
  expect(running.output).toContain('Stopped; nothing was written.');
});
