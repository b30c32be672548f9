import { playGame } from '../../lib/lab/play-game';
import { reportTable } from '../../lib/lab/report-table';
import { variantsOf } from '../../lib/lab/variants';
import { tinyEvent, tinyReport, tinyShop } from './tiny-shop';

const report = tinyReport(tinyEvent());
const weakness = (id: string) => report.weaknesses.find((each) => each.id === id)!;
const points = (id: string) => report.players.find((player) => player.id === id)!.spread.mean;
const broken = (verdicts: typeof report.verdicts) => verdicts.flatMap(({ id, passed }) => (passed ? [] : [id]));

test('a weakness costs what customers lose under the fault that exposes it, and the lab names that fault', () => {
  const lonely = weakness('lonely');
  expect(lonely.share).toBeGreaterThan(0.01);
  expect(lonely.seeds).toBe(3);
  expect(lonely.under[0]).toMatchObject({ condition: 'stop@600' });
  expect(lonely.under[0]!.lost).toBeGreaterThan(0.9 * lonely.spread.mean);
});

test('a weakness that changes nothing for customers is named as one that does not matter', () => {
  expect(weakness('painted').spread).toMatchObject({ least: 0, most: 0 });
  expect(broken(report.verdicts)).toContain('matters/painted');
  expect(broken(report.verdicts)).not.toContain('matters/lonely');
});

test('without the experiment that exposes it the lab names the weakness', () => {
  const quiet = tinyReport(tinyEvent({ experiments: [] }));
  expect(broken(quiet.verdicts)).toContain('matters/lonely');
  expect(quiet.passed).toBe(false);
  expect(quiet.responses).toEqual([]);
});

test('the same seeds give the same report to the last digit', () => {
  expect(JSON.stringify(tinyReport(tinyEvent()))).toBe(JSON.stringify(report));
});

test('doing nothing at all is worth less than any repair, and no trick pays as much as playing', () => {
  for (const trick of [
    'everything-off',
    'static-page',
    'cheapest-everything',
    'declare-every-minute',
    'all-hints-at-once',
  ]) {
    expect([trick, points(trick)]).toEqual([trick, expect.any(Number)]);
    expect(points(trick)).toBeLessThan(points('steady'));
  }
  expect(points('static-page')).toBeLessThan(points('everything-off'));
});

test('breaking the own service is declared, recovers, and costs more than all its refunds', () => {
  const event = tinyEvent({ durationSeconds: 3600, experiments: [] });
  const [steady, breaking] = ['steady', 'break-and-recover'].map((id) => {
    const variant = variantsOf(tinyShop.weaknesses).find((each) => each.id === id)!;
    return playGame({ ...tinyShop, event }, { variant, seed: 1 });
  });
  expect(steady!.impacts).toEqual([]);
  expect(breaking!.impacts).toEqual([{ startSeconds: 1800, endSeconds: 1920, declaredAtSeconds: 1800 }]);
  expect(breaking!.points).toBeLessThan(steady!.points - 100);
});

test('for each experiment there is a line for every profile', () => {
  expect(report.responses.map(({ condition, profile }) => [condition, profile])).toEqual(
    ['expert', 'steady', 'novice', 'idle'].map((profile) => ['stop@600', profile]),
  );
});

test('a team that never wakes up detects nothing, and recovers when AWS does it for it', () => {
  const idle = report.responses.find(({ profile }) => profile === 'idle')!;
  expect(idle).toMatchObject({ impacts: 3, detect: null, undetected: 3 });
  expect(idle.recover!.median).toBeGreaterThan(0);
});

test('an experiment that is planned for some other team strikes the lab’s too', () => {
  const planned = tinyReport(tinyEvent({ experiments: [{ experiment: 'stop', atSeconds: 600, teams: ['blue'] }] }));
  expect(planned.weaknesses).toEqual(report.weaknesses);
});

test('the points of a player’s rounds add up to its points', () => {
  for (const { id, spread } of report.players) {
    const total = (report.pointsByRound[id] ?? []).reduce((sum, each) => sum + each, 0);
    expect(Math.abs(total - spread.mean)).toBeLessThan(2);
  }
});

test('the table tells the weaknesses, the dearest first, the players, what is assumed, and each broken verdict', () => {
  const text = reportTable(report);
  expect(text.indexOf('lonely')).toBeLessThan(text.indexOf('painted'));
  expect(text).toContain('stop at 00:10:00');
  expect(text).toContain('break-and-recover');
  expect(text).toContain('AWS::Logs::LogGroup: logs cost nothing (2 of them)');
  expect(text).toMatch(/broken: matters\/painted: "Mauve" costs 0\.0 %/);
  expect(text).toContain(tinyShop.title);
});
