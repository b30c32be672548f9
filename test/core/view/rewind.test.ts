import fc from 'fast-check';
import { dayOf } from '../../../lib/core/time/day';
import { earlierMoment, snapshotThen } from '../../../lib/core/view/rewind';
import { snapshotOf, type Snapshot } from '../../../lib/core/view/snapshot';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

const good = aRound({ fast: 60 });
const bad = aRound({ failed: 60 });
const event = anEvent({ freezeSeconds: 240 });
const rounds = someRounds({
  blue: Array.from({ length: 10 }, () => good),
  red: Array.from({ length: 10 }, (_, round) => (round < 7 ? bad : good)),
});

function then(now: number, seconds: number, ...log: LogEntry[]): Snapshot | undefined {
  const all = someLog(...log);
  const moment = earlierMoment(event, all, dayOf(event, all, at(now)), seconds);
  return moment && snapshotThen(event, rounds, moment, at(now));
}
const pointsOf = (shown: Snapshot | undefined) => shown?.teams.map(({ id, points }) => [id, points]);

test('a moment is the end of the last whole round before it, and its clock stands still', () => {
  expect(then(350, 179)).toMatchObject({ rounds: 2, clock: { eventSeconds: 120, speed: 0, phase: 'running' } });
});

test('without a freeze it is what the board showed then', () => {
  const live = snapshotOf(event, rounds, someLog(), at(180), { asOf: at(350), speed: 0 });
  expect(then(350, 180)).toEqual(live);
});

test.each([
  ['nobody looks beyond now', 350, 9999, [], 300],
  ['while frozen nobody looks beyond the freeze', 600, 9999, [], 360],
  ['a freeze by hand that cuts a round hides that round', 600, 9999, [anEntry('frozen', 130, {})], 120],
  ['once revealed the rounds since the freeze can be looked at', 620, 540, [anEntry('revealed', 610, {})], 540],
] as const)('%s', (_rule, now, seconds, log, at) => {
  expect(then(now, seconds, ...log)?.clock.eventSeconds).toBe(at);
});

test('once revealed, what is shown of the frozen stretch is what truly stood then', () => {
  const shown = then(620, 540, anEntry('revealed', 610, {}));
  expect(shown?.freeze.frozen).toBe(false);
  expect(shown?.rounds).toBe(9);
});

test('before the start there is nothing to look back at', () => {
  const log = [anEntry('started', 500, {})];
  expect(earlierMoment(event, log, dayOf(event, log, at(100)), 0)).toBeUndefined();
});

test('an announcement that was taken back is not told again', () => {
  const said = anEntry('announced', 30, { text: 'the password is …' }, { id: 'slip' });
  expect(then(350, 120, said)?.news.map(({ text }) => text)).toContain('the password is …');
  const takenBack = anEntry('retracted', 300, { entry: 'slip', reason: 'a slip' });
  expect(then(350, 120, said, takenBack)?.news.map(({ text }) => text)).not.toContain('the password is …');
});

test('no award is given before its time, whatever moment is looked at', () => {
  expect(then(620, 600, anEntry('revealed', 610, {}))?.awards).toBeNull();
});

test('while frozen, nothing that happens after the freeze changes any moment', () => {
  const anyLater = fc.array(
    fc
      .integer({ min: 361, max: 590 })
      .chain((seconds) =>
        fc.constantFrom<LogEntry>(
          anEntry('adjusted', seconds, { team: 'red', points: 77, reason: 'late' }),
          anEntry('retracted', seconds, { entry: 'early', reason: 'wrong' }),
          anEntry('voided', seconds, { from: 0, to: 3, reason: 'ours' }),
        ),
      ),
    { maxLength: 3 },
  );
  const early = anEntry('adjusted', 100, { team: 'red', points: 5, reason: 'early' }, { id: 'early' });
  fc.assert(
    fc.property(anyLater, fc.integer({ min: 0, max: 700 }), (later, seconds) => {
      expect(pointsOf(then(595, seconds, early, ...later))).toEqual(pointsOf(then(595, seconds, early)));
    }),
    { numRuns: 40 },
  );
});
