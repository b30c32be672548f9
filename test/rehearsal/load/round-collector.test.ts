import type { WindowLine } from '../../../load/protocol';
import { RoundCollector } from '../../../lib/rehearsal/load/round-collector';

const aWindow = (window: number, team: string, fast: number, flags: readonly string[] = []): WindowLine => ({
  window,
  team,
  expected: 60,
  fast,
  acceptable: 0,
  slow: 0,
  faulty: 0,
  failed: 0,
  p50Ms: 20,
  p95Ms: 40,
  lagMs: 1,
  flags,
});

const collector = (): RoundCollector =>
  new RoundCollector(
    () => ['blue', 'red'],
    (round) => ({
      startsAt: `2026-12-10T09:0${round}:00.000Z`,
      spend: new Map([['blue', { usdPerHour: 0.3, flags: ['no price for instance type "x9.huge"'] }]]),
    }),
  );

test('a round is recorded when the windows of all teams are in, so that nobody is judged earlier than another', () => {
  const rounds = collector();
  expect(rounds.take(aWindow(0, 'blue', 60))).toBeUndefined();
  expect(rounds.take(aWindow(1, 'blue', 60))).toBeUndefined();
  expect(rounds.take(aWindow(0, 'red', 50))).toMatchObject({
    round: 0,
    startsAt: '2026-12-10T09:00:00.000Z',
    teams: { blue: { fast: 60, expected: 60 }, red: { fast: 50 } },
  });
});

test('a window that grows later is recorded again for its team alone', () => {
  const rounds = collector();
  rounds.take(aWindow(0, 'blue', 40));
  rounds.take(aWindow(0, 'red', 60));
  const teams = rounds.take(aWindow(0, 'blue', 55))?.teams;
  expect(Object.keys(teams ?? {})).toEqual(['blue']);
  expect(teams?.['blue']?.fast).toBe(55);
});

test('a window that holds no more than is known changes nothing', () => {
  const rounds = collector();
  rounds.take(aWindow(0, 'blue', 60));
  rounds.take(aWindow(0, 'red', 60));
  expect(rounds.take(aWindow(0, 'blue', 60))).toBeUndefined();
  expect(rounds.take(aWindow(0, 'blue', 10))).toBeUndefined();
});

test('what a team spends stands in its measurement with what could not be priced; what was not observed is left out', () => {
  const rounds = collector();
  rounds.take(aWindow(0, 'blue', 60, ['engine-lag']));
  const record = rounds.take(aWindow(0, 'red', 60));
  expect(record?.teams['blue']).toMatchObject({
    spendUsdPerHour: 0.3,
    flags: ['engine-lag', 'no price for instance type "x9.huge"'],
  });
  expect(record?.teams['red']).not.toHaveProperty('spendUsdPerHour');
  expect(record?.teams['red']).not.toHaveProperty('lagMs');
});
