import fc from 'fast-check';
import { play } from '../../../lib/core/game';
import { incidentsOf } from '../../../lib/core/incidents/incidents';
import type { LogEntry } from '../../../lib/core/records/records';
import { anyEvent, anyLog, anyUnbrokenRounds, ROUNDS } from '../../support/arbitraries';
import { at } from '../../support/builders';
import { resolved, updated } from '../../support/incident-day';

const anySaid: fc.Arbitrary<LogEntry[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('blue', 'red'),
      fc.integer({ min: 1, max: ROUNDS * 60 }),
      fc.constantFrom('in', 'out', 'end'),
    )
    .map(([team, seconds, kind]) =>
      kind === 'end' ? resolved(team, seconds) : updated(team, seconds, kind, kind === 'in' ? 'internal' : 'external'),
    ),
  { maxLength: 8, selector: ({ id }) => id },
);

test('incidents partition the impacts: every bad round lies in exactly one, and no loss is told twice', () => {
  fc.assert(
    fc.property(anyEvent, anyUnbrokenRounds, anyLog, anySaid, (event, rounds, log, said) => {
      const game = play(event, rounds, [...log, ...said], at(ROUNDS * 60 + 200));
      for (const { team, incidents } of incidentsOf(event, game)) {
        const played = game.teams.find((each) => each.team === team)!;
        for (const { round, verdict } of played.rounds) {
          const around = incidents.filter(
            ({ startSeconds, endSeconds }) => startSeconds <= round * 60 && round * 60 < (endSeconds ?? Infinity),
          );
          expect(around.length).toBeLessThanOrEqual(1);
          if (verdict !== 'ok' && verdict !== 'unchecked') expect(around).toHaveLength(1);
        }
        expect(incidents.map(({ loss }) => loss)).toEqual(played.impacts.map(({ loss }) => loss));
      }
    }),
  );
});

test('everything a team said is told once, and times are never below 0', () => {
  fc.assert(
    fc.property(anyEvent, anyUnbrokenRounds, anyLog, anySaid, (event, rounds, log, said) => {
      const game = play(event, rounds, [...log, ...said], at(ROUNDS * 60 + 200));
      for (const { team, incidents, falseAlarms, unattached } of incidentsOf(event, game)) {
        const told = [...incidents, ...falseAlarms].flatMap(({ messages }) => messages).concat(unattached);
        const written = game.entries.filter(
          ({ entry }) => entry.type.startsWith('incident-') && 'team' in entry && entry.team === team,
        );
        expect(told).toHaveLength(written.length);
        for (const { secondsToDetect, secondsToAcknowledge, secondsToRecover } of incidents) {
          for (const seconds of [secondsToDetect, secondsToAcknowledge, secondsToRecover]) {
            expect(seconds ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }),
  );
});

test('updates and resolutions earn and cost nothing', () => {
  fc.assert(
    fc.property(anyEvent, anyUnbrokenRounds, anyLog, anySaid, (event, rounds, log, said) => {
      const now = at(ROUNDS * 60 + 200);
      const lines = (entries: readonly LogEntry[]) => play(event, rounds, entries, now).teams.map((each) => each.lines);
      expect(lines([...log, ...said])).toEqual(lines(log));
    }),
  );
});
