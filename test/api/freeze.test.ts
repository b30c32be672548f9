import fc from 'fast-check';
import type { LogEntry, RoundRecord } from '../../lib/core/records/records';
import { anyMeasurement, anyPlainLog, anyUnbrokenRounds } from '../support/arbitraries';
import { anEntry, aRound, at, declared, someLog, someRounds } from '../support/builders';
import { Office } from './call';
import { goodBodies, operationsOf } from './operations';

const operations = operationsOf(new Office());

/** Instant of the freeze, at the end of round 4; it is looked at in round 9. */
const FREEZE = 300;
const LATER = 570;

/** What may happen to red after the freeze, seconds of event time. */
const anyLaterMove: fc.Arbitrary<LogEntry> = fc.integer({ min: FREEZE + 1, max: LATER }).chain((seconds) =>
  fc.oneof(
    fc.constant(declared('red', seconds)),
    fc
      .integer({ min: -50, max: 50 })
      .map((points) => anEntry('adjusted', seconds, { team: 'red', points, reason: 'fair play' })),
    fc.constantFrom(0.5, 2).map((factor) => anEntry('traffic', seconds, { factor, team: 'red' })),
    fc.constant(anEntry('voided', seconds, { from: 2, to: 3, team: 'red', reason: 'our engine' })),
    fc.constant(anEntry('hint', seconds, { team: 'red', weakness: 'one-instance', level: 1 }, { by: 'team:red' })),
  ),
);

interface Fate {
  readonly rounds: RoundRecord[];
  readonly log: LogEntry[];
}

/** An office at the same moment of a day that went on differently for red. */
function anOffice({ rounds, log }: Fate): Office {
  const office = new Office();
  office.rounds = rounds;
  office.log = [...log];
  office.now = at(LATER);
  return office;
}

/** Everything that a caller can be told: every answer whole, with its headers. */
async function everythingTold(office: Office, cookie?: string): Promise<readonly string[]> {
  const told: string[] = [];
  for (const at of [FREEZE - 60, LATER]) {
    const answer = await office.call('GET', `/api/scoreboard?at=${at}`, cookie === undefined ? {} : { cookie });
    told.push(`${at} ${answer.status} ${await answer.text()}`);
  }
  for (const { method, path } of operations.filter((each) => !each.path.includes('session'))) {
    for (const team of path.includes('{team}') ? ['blue', 'red'] : ['']) {
      const answer = await office.call(method, path.replace('{team}', team), {
        ...(cookie === undefined ? {} : { cookie }),
        ...(method === 'POST' ? { body: goodBodies[path] } : {}),
      });
      told.push(
        `${method} ${path} ${team} ${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`,
      );
    }
  }
  return told;
}

/** Rounds that are the same up to the freeze, and red's own after it. */
const withRed = (rounds: RoundRecord[], measurements: readonly RoundRecord['teams'][string][]): RoundRecord[] =>
  rounds.map((record) => {
    const own = record.round * 60 >= FREEZE ? measurements[record.round] : undefined;
    return own === undefined ? record : { ...record, teams: { ...record.teams, red: own } };
  });

test('while the board is frozen, nothing that anybody but organizers can ask tells what another team did since', async () => {
  const frozen = anEntry('frozen', FREEZE, {});
  const anyFate = fc.record({
    measurements: fc.array(anyMeasurement, { minLength: 12, maxLength: 12 }),
    moves: fc.array(anyLaterMove, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(anyUnbrokenRounds, anyPlainLog, anyFate, anyFate, async (rounds, plain, one, other) => {
      const before = plain.filter((entry) => Date.parse(entry.at) <= at(FREEZE));
      const offices = [one, other].map(({ measurements, moves }) =>
        anOffice({ rounds: withRed(rounds, measurements), log: [...before, frozen, ...moves] }),
      );
      const [first, second] = offices as [Office, Office];
      expect(await everythingTold(second)).toEqual(await everythingTold(first));
      const cookies = [await first.team('blue'), await second.team('blue')];
      expect(await everythingTold(second, cookies[1])).toEqual(await everythingTold(first, cookies[0]));
    }),
    { numRuns: 25 },
  );
});

describe('in a frozen day in which red has earned a score that nobody else has', () => {
  const rounds = someRounds({
    blue: Array.from({ length: 9 }, () => aRound({ fast: 60 })),
    red: Array.from({ length: 9 }, (_, round) => aRound(round < 5 ? { fast: 60 } : { fast: 60, failed: 7 })),
  });
  const log = [
    ...someLog(anEntry('frozen', FREEZE, {})),
    anEntry('adjusted', FREEZE + 10, { team: 'red', points: 12_345.678, reason: 'fair play' }),
  ];
  const redsPoints = /12[0-9]{3}\.\d/;

  test('organizers find it, and red itself, and nobody else', async () => {
    const office = anOffice({ rounds, log });
    const told = {
      organizer: (await everythingTold(office, await office.organizer())).join('\n'),
      red: (await everythingTold(office, await office.team('red'))).join('\n'),
      blue: (await everythingTold(office, await office.team('blue'))).join('\n'),
      nobody: (await everythingTold(office)).join('\n'),
    };
    expect(told.organizer).toMatch(redsPoints);
    expect(told.red).toMatch(redsPoints);
    expect(told.blue).not.toMatch(redsPoints);
    expect(told.nobody).not.toMatch(redsPoints);
  });

  test.each<[string, string]>([
    ['Host', 'localhost'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Host', 'localhost'],
    ['X-HTTP-Method-Override', 'PUT'],
    ['X-Original-URL', '/api/organizer'],
    ['If-None-Match', '*'],
    ['Range', 'bytes=0-99999'],
    ['Authorization', 'Bearer organizer'],
  ])('no header opens it to blue: %s', async (name, value) => {
    const office = anOffice({ rounds, log });
    const cookie = await office.team('blue');
    for (const path of ['/api/scoreboard', `/api/scoreboard?at=${LATER}`, '/api/organizer', '/api/teams/red']) {
      const answer = await office.call('GET', path, { cookie, headers: { [name]: value } });
      expect([answer.status, path]).toEqual([path.startsWith('/api/scoreboard') ? 200 : 403, path]);
      expect(await answer.text()).not.toMatch(redsPoints);
    }
  });

  test('once it is revealed, everybody does', async () => {
    const office = anOffice({ rounds, log: [...log, anEntry('revealed', FREEZE + 60, {})] });
    expect(await (await office.call('GET', '/api/scoreboard')).text()).toMatch(redsPoints);
  });
});
