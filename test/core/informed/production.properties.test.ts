import fc from 'fast-check';
import type { GameDayEvent } from '../../../lib/core/event/event';
import { experimentVersion } from '../../../lib/core/experiments/version';
import { peopleOf } from '../../../lib/core/informed/informed';
import { kickOffRun } from '../../../lib/core/informed/kick-offs';
import type { LogEntry } from '../../../lib/core/records/records';
import { anInformed, anInformedEvent, readyForProduction, says, theCard } from '../../support/an-informed';
import { anEntry } from '../../support/builders';
import { aDesk } from './a-desk';

/**
 * A day in which nearly everything speaks for production: the desk is set up for it, heroes vote for it, somebody orders it by hand. Each
 * fact may be there or not, be said by somebody else, or come at another time.
 */
const authors = fc.constantFrom(
  'person:Author',
  'person:Shop owner',
  'person:Test owner',
  'person:Master',
  'person:Watcher',
  'person:Scribe',
  'person:Somebody',
  'villain:Author',
  'team:blue',
  'organizer',
  'scorer',
);
const facts: readonly LogEntry[] = [
  ...readyForProduction,
  says.opened('production', 'person:Shop owner'),
  says.quiet(),
  says.agreed('Master'),
  says.agreed('Watcher', 906),
  says.decided('production', 700),
  ...['blue', 'red'].flatMap((team) => [
    anEntry('vote', 700, { experiment: 'stop', environment: 'production', voter: team }, { by: `team:${team}` }),
    anEntry('experiment-ordered', 908, { run: kickOffRun(1, team), experiment: 'stop', team, seconds: 600 }),
  ]),
];
const distorted = (fact: LogEntry): fc.Arbitrary<readonly LogEntry[]> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constant([fact]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: authors.map((by) => [{ ...fact, by }]) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: -100, max: 1000 })
        .map((seconds) => [{ ...fact, at: anEntry('started', seconds, {}).at }]),
    },
    {
      weight: 1,
      arbitrary: fc.constant('version' in fact && fact.version !== undefined ? [{ ...fact, version: 'old' }] : [fact]),
    },
    { weight: 1, arbitrary: fc.constant([fact, anEntry('retracted', 899, { entry: fact.id, reason: '-' })]) },
  );
const anyLog = fc.tuple(...facts.map(distorted)).map((lists) => lists.flat());

const anyEvent = fc
  .record({
    otherwise: fc.constantFrom(undefined, 'production', 'test'),
    voteSeconds: fc.constantFrom(0, 60, 300),
    names: fc.boolean(),
  })
  .map(({ otherwise, voteSeconds, names }): GameDayEvent => {
    const { environments } = anInformed();
    return anInformedEvent({
      vote: { seconds: voteSeconds, ...(otherwise === undefined ? {} : { otherwise }) },
      // Production may be the only place there is.
      environments: names ? environments : environments.filter(({ kind }) => kind === 'production'),
    });
  });

/** The desk's day up to the end of the experiment. @returns the log, and event time at which something began in production */
function playDay(event: GameDayEvent, log: readonly LogEntry[]) {
  const desk = aDesk(event, log);
  const seconds = [600, 700, 890, 900, 910, 1000, 1510];
  for (const instant of seconds) desk.step(instant, [{ voter: 'chat:a', environment: 'production' }]);
  const day = desk.dayAt(1510);
  const decided = day.entries.find(({ entry }) => entry.type === 'decided' && entry.by === 'organizer')?.entry;
  const inProduction = decided?.type === 'decided' && decided.environment === 'production';
  const started = day.entries.filter(({ entry }) => entry.type === 'experiment-started');
  return { startedAt: inProduction ? started.map(({ at }) => at) : [], entries: desk.entries };
}

test('nothing begins in production without the owner’s recorded approval of just this and two persons, whatever else is said', () => {
  let begun = 0;
  fc.assert(
    fc.property(anyEvent, anyLog, (event, log) => {
      const { startedAt, entries } = playDay(event, log);
      for (const at of startedAt) {
        begun += 1;
        const before = entries.filter((entry) => Date.parse(entry.at) <= at);
        const gone = new Set(before.flatMap((entry) => (entry.type === 'retracted' ? [entry.entry] : [])));
        const holding = before.filter(({ id }) => !gone.has(id));
        const approvals = holding.filter(
          (entry) =>
            entry.type === 'approved' &&
            entry.by === 'person:Shop owner' &&
            entry.environment === 'production' &&
            entry.experiment === 'stop' &&
            entry.version === experimentVersion(theCard),
        );
        expect(approvals).not.toEqual([]);
        const people = peopleOf(anInformed()).map((name) => `person:${name}`);
        const agreed = new Set(
          holding.flatMap((entry) => (entry.type === 'agreed' && people.includes(entry.by) ? [entry.by] : [])),
        );
        expect(agreed.size).toBeGreaterThanOrEqual(2);
        expect(holding.some(({ type, by }) => type === 'reviewed' && by !== 'person:Author')).toBe(true);
      }
    }),
    { numRuns: 200, seed: 8 },
  );
  // A property of days in which nothing ever began would say nothing.
  expect(begun).toBeGreaterThan(20);
});
