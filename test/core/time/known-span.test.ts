import { knownSpan } from '../../../lib/core/time/known-span';
import type { LogEntry, RoundRecord } from '../../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../../support/builders';

const event = anEvent();
const rounds = someRounds({ blue: [aRound({ fast: 1 }), aRound({ fast: 1 })] });
const stray = (round: number): RoundRecord => ({ ...rounds[0]!, round });
const pause = (seconds: number) => anEntry('paused', seconds, {});
const resume = (seconds: number) => anEntry('resumed', seconds, {});

test.each<[string, RoundRecord[], LogEntry[], number]>([
  ['to the end of the last measured round', rounds, someLog(), 120],
  ['to a later entry of the log', rounds, someLog(anEntry('announced', 130, { text: '' })), 130],
  ['with its pauses', rounds, someLog(pause(60), resume(100)), 160],
  ['not past the end, whatever was measured', [stray(Number.MAX_SAFE_INTEGER)], someLog(), 600],
  ['from its start on, when nothing was measured', [], someLog(), 0],
])('an event is known %s', (_rule, measured, log, seconds) => {
  expect(knownSpan(event, measured, log)).toEqual({ from: at(0), to: at(seconds) });
});

test.each<[string, LogEntry[]]>([
  ['no start', []],
  ['a start that was retracted', someLog(anEntry('retracted', 5, { entry: 'started@0:{}', reason: 'too early' }))],
])('of a log with %s nothing is known', (_case, log) => {
  expect(knownSpan(event, rounds, log)).toBeUndefined();
});
