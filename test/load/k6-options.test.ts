import type { LoadOrder } from '../../load/protocol';
import { k6LeadMs, k6Options, k6StartMs, type CustomerEnvironment } from '../../load/k6/options';
import { staggerMs } from '../../load/schedule';
import { credentialsOf } from '../support/bad-teams';
import { anOrder } from '../support/load-runs';

const orderOf = (teams: readonly (readonly number[])[], overrides: Partial<LoadOrder> = {}) =>
  anOrder({
    startsAtMs: 1_000_000,
    windowSeconds: 10,
    untilWindow: teams[0]?.length ?? 0,
    timeoutMs: 3000,
    teams: teams.map((journeysPerWindow, i) => ({
      id: `Team / ${i}`,
      url: `http://127.0.0.1:400${i}`,
      ...credentialsOf(`${i}`),
      journeysPerWindow,
    })),
    ...overrides,
  });

/** Time for the last journey, which is due at the very end. */
const tail = [
  { target: 0, duration: '0s' },
  { target: 0, duration: '1s' },
];

describe('the options of k6', () => {
  test('each team has a scenario of its own, with an open arrival rate', () => {
    const { scenarios } = k6Options(orderOf([[40], [40]]), 5);
    expect(Object.keys(scenarios)).toEqual(['team-0', 'team-1']);
    expect(scenarios['team-1']).toMatchObject({ executor: 'ramping-arrival-rate', startRate: 0 });
  });

  test('the rate jumps where a window begins, and windows alike are one stage', () => {
    expect(k6Options(orderOf([[3, 3, 0, 7]]), 5).scenarios['team-0']?.stages).toEqual([
      { target: 3, duration: '0s' },
      { target: 3, duration: '20000000000ns' },
      { target: 0, duration: '0s' },
      { target: 0, duration: '10000000000ns' },
      { target: 7, duration: '0s' },
      { target: 7, duration: '10000000000ns' },
      ...tail,
    ]);
  });

  test('rates are whole journeys per window, also where a window is no whole number of ms', () => {
    const scenario = k6Options(orderOf([Array.from({ length: 480 }, (_, i) => i)], { speed: 60 }), 5).scenarios[
      'team-0'
    ];
    expect(scenario?.timeUnit).toBe('166666666ns');
    const ns = (scenario?.stages ?? [])
      .slice(0, -tail.length)
      .reduce((sum, stage) => sum + Number.parseInt(stage.duration), 0);
    expect(ns).toBe(80_000_000_000);
  });

  test('a team that hangs finds users ready, and a team that is only just in time finds room for more', () => {
    // 100 journeys in 10 s: 30 in one timeout of 3 s, 150 in the five of a journey.
    const scenario = k6Options(orderOf([[100, 20]]), 5).scenarios['team-0'];
    expect(scenario).toMatchObject({ preAllocatedVUs: 32, maxVUs: 152 });
  });

  test('k6 is given more time to get ready for more users', () => {
    expect(k6LeadMs(orderOf([[100]]))).toBeGreaterThan(k6LeadMs(orderOf([[10]])));
  });

  test('a team without journeys has no scenario, because k6 refuses one without users', () => {
    expect(Object.keys(k6Options(orderOf([[0], [4]]), 5).scenarios)).toEqual(['team-1']);
  });

  test('teams begin staggered, and the first not before the first window', () => {
    const order = orderOf([[10], [10]], { fromWindow: 6, untilWindow: 7 });
    const starts = Object.values(k6Options(order, 5).scenarios).map(
      ({ startTime }) => k6StartMs(order) + Number.parseInt(startTime) / 1e6,
    );
    expect(starts).toEqual([1_060_000 - staggerMs(order, 0), 1_060_000 - staggerMs(order, 1)]);
    expect(staggerMs(order, 0)).toBe(125);
    expect(staggerMs(order, 1)).toBe(375);
  });

  test('a customer knows its own team and nobody else', () => {
    const { env } = k6Options(orderOf([[1], [1]]), 5).scenarios['team-1'] ?? { env: { GAMEDAY_CUSTOMER: '' } };
    const customer = JSON.parse(env.GAMEDAY_CUSTOMER) as CustomerEnvironment;
    expect(customer).toMatchObject({
      team: 1,
      url: 'http://127.0.0.1:4001',
      ...credentialsOf('1'),
      untilMs: 1_010_000,
    });
    expect(env.GAMEDAY_CUSTOMER).not.toContain(credentialsOf('0').signingKey);
  });
});
