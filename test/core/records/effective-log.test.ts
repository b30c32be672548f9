import { effectiveLog } from '../../../lib/core/records/effective-log';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, anEvent, at, declared } from '../../support/builders';

const read = (...log: LogEntry[]) => {
  const { entries, problems } = effectiveLog(anEvent(), log, at(100));
  return { ids: entries.map(({ entry }) => entry.id), problems: problems.map(({ message }) => message) };
};
const said = (id: string, seconds: number, text = 'hello') => anEntry('announced', seconds, { text }, { id });
const retracted = (id: string, seconds: number, entry: string) =>
  anEntry('retracted', seconds, { entry, reason: 'a mistake' }, { id });
const by = (team: string) => ({ id: 'x', by: `team:${team}` });

test.each<[string, LogEntry[], string[]]>([
  ['entries hold in order of their instants', [said('b', 2), said('a', 1)], ['a', 'b']],
  ['entries of one instant hold in order of their ids', [said('b', 1), said('a', 1)], ['a', 'b']],
  [
    'instants are compared whatever zone they are written in',
    [said('b', 2), { ...said('a', 0), at: '2026-12-10T09:00:01+01:00' }],
    ['a', 'b'],
  ],
  ['entries after now do not exist', [said('a', 100), said('b', 101)], ['a']],
  ['entries with one id are one entry', [said('a', 1), said('a', 1)], ['a']],
  ['a retraction removes an earlier entry', [said('a', 1), retracted('r', 2, 'a')], []],
  ['a retraction removes an entry of its own instant', [said('b', 1), retracted('a', 1, 'b')], []],
  ['a retraction can be retracted', [said('a', 1), retracted('r', 2, 'a'), retracted('s', 3, 'r')], ['a']],
  ['an entry may be said again after its retraction', [said('a', 1), retracted('r', 2, 'a'), said('b', 3)], ['b']],
])('%s', (_rule, log, ids) => {
  expect(read(...log)).toEqual({ ids, problems: [] });
});

test.each<[string, LogEntry[], string]>([
  [
    'a retraction of nothing',
    [retracted('r', 2, 'a'), said('a', 3)],
    'retracts an entry that is not in the log before it',
  ],
  [
    'one id with two contents',
    [said('a', 1), said('a', 2, 'other')],
    'was written twice with different content; the earlier one holds',
  ],
  ['a fact about an unknown team', [declared('grey', 1)], 'names the unknown team "grey"'],
  [
    'a fact by an unknown team',
    [anEntry('vote', 1, { experiment: 'e', environment: 'prd', voter: 'v' }, by('grey'))],
    'was written by the unknown team "grey"',
  ],
  ['what only organizers may write', [anEntry('revealed', 1, {}, by('blue'))], 'a team may not write "revealed"'],
  [
    'what one team writes for another',
    [anEntry('incident-declared', 1, { team: 'red', text: '' }, by('blue'))],
    'team "blue" may not write for team "red"',
  ],
])('%s is reported', (_what, log, problem) => {
  expect(read(...log).problems).toEqual([problem]);
});

test('what a team had no right to say takes no id from others', () => {
  const forbidden = anEntry('closed', 1, {}, by('blue'));
  const told = 'a team may not write "closed"';
  expect(read(forbidden, said('x', 2), forbidden)).toEqual({ ids: ['x'], problems: [told] });
});

test.each<LogEntry>([
  anEntry('asked', 1, { team: 'blue', text: 'may we?' }, by('blue')),
  declared('blue', 1),
  anEntry('incident-updated', 1, { team: 'blue', text: 'on it', audience: 'internal' }, by('blue')),
  anEntry('incident-resolved', 1, { team: 'blue' }, by('blue')),
  anEntry('hint', 1, { team: 'blue', weakness: 'one-instance', level: 1 }, by('blue')),
  anEntry('endpoint', 1, { team: 'blue', url: 'http://localhost' }, by('blue')),
  anEntry('vote', 1, { experiment: 'e', environment: 'prd', voter: 'v' }, by('blue')),
])('a team may write $type for itself', (entry) => {
  expect(read(entry)).toEqual({ ids: [entry.id], problems: [] });
});
