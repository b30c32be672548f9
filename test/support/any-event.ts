import fc from 'fast-check';
import type { GameDayEvent } from '../../lib/core/event/event';
import { pricedInstanceTypes } from '../../lib/core/prices';

const seconds = (least: number, most: number) =>
  fc.integer({ min: least * 1000, max: most * 1000 }).map((ms) => ms / 1000);
const amount = (most: number) => fc.double({ min: 0, max: most, noNaN: true }).map((value) => value + 0);
const words = (most: number) =>
  fc
    .string({ minLength: 1, maxLength: most, unit: 'grapheme' })
    .filter((text) => /\S/.test(text) && !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text) && text.length <= most);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/).filter((text) => text !== 'constructor');
const account = fc.integer({ min: 0, max: 999_999_999_999 }).map((number) => String(number).padStart(12, '0'));

const organizer = fc.stringMatching(/^arn:aws:iam::\d{12}:(role|user)\/[A-Za-z][A-Za-z0-9+=,.@_/-]{0,40}$/);
const accounts = fc.record(
  {
    pool: id,
    email: fc.stringMatching(/^[a-z]{1,8}\+\{n\}@[a-z]{1,8}\.[a-z]{2,3}$/),
    organization: fc.stringMatching(/^o-[a-z0-9]{10,32}$/),
    organizers: fc.array(organizer, { maxLength: 3 }),
    regions: fc.subarray(['eu-west-1', 'us-east-1', 'us-gov-west-1', 'ap-northeast-1']),
    instanceTypes: fc.subarray([...pricedInstanceTypes], { minLength: 1 }),
  },
  { requiredKeys: ['pool', 'organizers', 'regions', 'instanceTypes'] },
);

const rules = fc.record({
  worth: fc.record({
    fast: fc.double({ min: 0.8, max: 2, noNaN: true }),
    acceptable: fc.double({ min: 0.5, max: 0.8, noNaN: true }),
    slow: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
    faulty: fc.double({ min: -5, max: -0.1, noNaN: true }),
    failed: fc.double({ min: -5, max: -0.1, noNaN: true }),
  }),
  bands: fc
    .uniqueArray(fc.integer({ min: 1, max: 120_000 }), { minLength: 3, maxLength: 3 })
    .map((list) => list.toSorted((a, b) => a - b))
    .map(([fastMs = 1, acceptableMs = 2, timeoutMs = 3]) => ({ fastMs, acceptableMs, timeoutMs })),
  objective: amount(1),
  spend: fc.record({
    baseUsdPerHour: amount(1000),
    usdPerHourPerRps: amount(1000),
    weight: amount(100),
    cap: amount(1),
    windowSeconds: seconds(1, 7200),
  }),
  detect: fc.record({ refund: amount(0.5), withinSeconds: seconds(1, 7200), falseAlarmSeconds: amount(1000) }),
  recover: fc.record({ refund: amount(0.5), withinSeconds: seconds(1, 7200) }),
});

/** Any event that an event file can say. */
export const anyEvent: fc.Arbitrary<GameDayEvent> = fc
  .record({
    roundSeconds: fc.integer({ min: 1, max: 360 }).map((windows) => windows * 10),
    rounds: fc.integer({ min: 1, max: 160 }),
    teams: fc
      .uniqueArray(fc.record({ id, name: words(60), account }), {
        minLength: 1,
        maxLength: 8,
        selector: (team) => team.id,
      })
      .filter((teams) => new Set(teams.map(({ name }) => name)).size === teams.length)
      .filter((teams) => new Set(teams.map(({ account: number }) => number)).size === teams.length),
  })
  .chain(({ roundSeconds, rounds, teams }) => {
    const durationSeconds = roundSeconds * rounds;
    const within = seconds(0, durationSeconds - 1);
    return fc.record(
      {
        name: words(60),
        edition: fc.integer({ min: 1, max: 100 }),
        scenario: words(60),
        startsAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
        durationSeconds: fc.constant(durationSeconds),
        roundSeconds: fc.constant(roundSeconds),
        freezeSeconds: seconds(0, durationSeconds),
        teams: fc.constant(teams),
        traffic: fc
          .uniqueArray(fc.record({ atSeconds: seconds(0, 100_000), stepsPerSecond: amount(100_000) }), {
            minLength: 1,
            maxLength: 8,
            selector: ({ atSeconds }) => atSeconds,
          })
          .map((points) => points.toSorted((a, b) => a.atSeconds - b.atSeconds)),
        spikes: fc.array(
          fc.record({ atSeconds: within, forSeconds: seconds(1, 7200), times: fc.integer({ min: 1, max: 1000 }) }),
          { maxLength: 4 },
        ),
        experiments: fc.array(
          fc.record(
            {
              experiment: words(60),
              atSeconds: within,
              forSeconds: seconds(1, 7200),
              teams: fc.subarray(teams.map((team) => team.id)),
            },
            { requiredKeys: ['experiment', 'atSeconds'] },
          ),
          { maxLength: 4 },
        ),
        weaknesses: fc.uniqueArray(
          fc.record({ id: words(60), title: words(200), hintSeconds: fc.array(seconds(0, 600), { maxLength: 3 }) }),
          { maxLength: 4, selector: (weakness) => weakness.id },
        ),
        accounts,
        rules,
      },
      {
        requiredKeys: [
          'name',
          'scenario',
          'startsAt',
          'durationSeconds',
          'roundSeconds',
          'freezeSeconds',
          'teams',
          'traffic',
          'spikes',
          'experiments',
          'weaknesses',
          'accounts',
          'rules',
        ],
      },
    );
  });
