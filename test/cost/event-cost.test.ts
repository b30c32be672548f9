import fc from 'fast-check';
import { organizerLines } from '../../lib/cost/organizer-lines';
import { totalOf } from '../../lib/cost/cost-line';
import { anEvent } from '../support/builders';
import type { GameDayEvent } from '../../lib/core/event/event';

const event = (teams: number, hours = 4, stepsPerSecond = 20): GameDayEvent =>
  anEvent({
    durationSeconds: hours * 3600,
    teams: Array.from({ length: teams }, (_, index) => ({
      id: `t${index}`,
      name: `Team ${index}`,
      account: `${111111111111 + index}`,
    })),
    traffic: [{ atSeconds: 0, stepsPerSecond }],
  });
const usdOf = (what: string, lines = organizerLines(event(50), 100)) => lines.find((line) => line.what === what)?.usd;

test.each([
  ['two Graviton tasks of 2 vCPU and 4 GB for 4 h', 'Load tasks: Fargate', 8 * (2 * 0.03238 + 4 * 0.00356)],
  ['two public addresses for 4 h', 'Load tasks: public addresses', 8 * 0.005],
  ['8 metrics of 50 teams every minute', 'CloudWatch: GetMetricData', 0.96],
  ['408 metrics for 4 of 730 hours', 'CloudWatch: metrics', (408 * 4 * 0.3) / 730],
  ['two tasks publish each window twice', 'CloudWatch: PutMetricData', 0.0576],
  ['100 screens ask every second', 'Scoreboard: CloudFront requests', 1.728],
  ['14.4 million steps of 2 kB', 'Load tasks: data to and from teams', 0.288],
])('%s', (_rule, what, usd) => {
  expect(usdOf(what)).toBeCloseTo(usd, 9);
});

test("the organizer's plane of 50 teams for 4 h costs less than 8 USD", () => {
  expect(totalOf(organizerLines(event(50), 100)).usd).toBeLessThan(8);
});

test('more teams, more hours, more traffic or more viewers never cost less', () => {
  const cost = (teams: number, hours: number, rate: number, viewers: number) =>
    totalOf(organizerLines(event(teams, hours, rate), viewers)).usd;
  const [count, some] = [fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 50 })];
  fc.assert(
    fc.property(
      count,
      fc.integer({ min: 1, max: 12 }),
      count,
      count,
      some,
      some,
      some,
      some,
      (t, h, r, v, a, b, c, d) => {
        expect(cost(t + a, h + b, r + c, v + d)).toBeGreaterThanOrEqual(cost(t, h, r, v) - 1e-9);
      },
    ),
  );
});
