import { kickOffsOf } from '../../../lib/core/informed/kick-offs';
import { countVotes, voteChanges, votesOf, type ShownVote } from '../../../lib/core/informed/votes';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEnvironment, anInformedEvent, informedDay, readyForProduction, says } from '../../support/an-informed';
import { anEntry } from '../../support/builders';

const vote = (environment: string, voter: string, seconds = 700, by = 'organizer'): LogEntry =>
  anEntry(
    'vote',
    seconds,
    { experiment: 'stop', environment, voter },
    { by, id: `${voter} ${environment} ${seconds}` },
  );

const environments = [
  anEnvironment({ id: 'production', name: 'Production', kind: 'production' }),
  anEnvironment({ id: 'staging', name: 'Staging', kind: 'staging' }),
  anEnvironment(),
];
const shown = (...votes: readonly [string, string][]): ShownVote[] =>
  votes.map(([voter, environment]) => ({ voter, environment }));

function votesIn(...log: readonly LogEntry[]) {
  const day = informedDay(anInformedEvent(), 1200, ...readyForProduction, says.toldAt(), ...log);
  const kickOff = kickOffsOf(day)[0]!;
  return votesOf(kickOff, day.entries, day.timeline).map(({ voter, environment }) => `${voter} ${environment}`);
}

test('a voter has one vote, the last one', () => {
  expect(votesIn(vote('production', 'a'), vote('test', 'a', 710), vote('test', 'b'))).toEqual(['a test', 'b test']);
});

test('votes before the kick-off and after the deadline count for nothing', () => {
  expect(votesIn(vote('test', 'early', 599), vote('test', 'now', 900), vote('test', 'late', 901))).toEqual([
    'now test',
  ]);
});

test('a team has one vote, whatever names it votes under', () => {
  const stuffed = ['one', 'two', 'three'].map((name, index) => vote('production', name, 700 + index, 'team:blue'));
  expect(votesIn(...stuffed)).toEqual(['team:blue production']);
});

test.each<[string, ShownVote[], string | undefined, string]>([
  ['most votes win', shown(['a', 'production'], ['b', 'production'], ['c', 'test']), undefined, 'production'],
  ['a tie goes to the safer one', shown(['a', 'production'], ['b', 'staging']), undefined, 'staging'],
  ['a tie of all goes to the safest', shown(['a', 'production'], ['b', 'test'], ['c', 'staging']), undefined, 'test'],
  ['without votes it is the safest', [], undefined, 'test'],
  ['without votes it is what the event file says', [], 'production', 'production'],
  ['what the event file says is no vote', shown(['a', 'test']), 'production', 'test'],
  ['a vote for what is not there counts for nothing', shown(['a', 'moon'], ['b', 'moon']), undefined, 'test'],
])('%s', (_rule, votes, otherwise, expected) => {
  expect(countVotes(votes, environments, otherwise)?.environment).toBe(expected);
});

test('what is not on the ballot can be neither voted for nor be the default', () => {
  const ballot = environments.slice(1);
  expect(countVotes(shown(['a', 'production'], ['b', 'production']), ballot, 'production')?.environment).toBe('test');
  expect(countVotes([], [], 'production')).toBeUndefined();
});

describe('what the chat shows', () => {
  function changes(reactions: readonly ShownVote[], ...log: readonly LogEntry[]) {
    const day = informedDay(anInformedEvent(), 800, ...readyForProduction, says.toldAt(), ...log);
    return voteChanges(kickOffsOf(day)[0]!, reactions, environments, day).map((entry) =>
      entry.type === 'vote' ? `${entry.voter} votes ${entry.environment}` : entry.type,
    );
  }
  const known = vote('production', 'chat:a');

  test('is written down once', () => {
    expect(changes(shown(['chat:a', 'production']))).toEqual(['chat:a votes production']);
    expect(changes(shown(['chat:a', 'production']), known)).toEqual([]);
  });

  test('is written down anew when somebody changes a vote, and taken back with the reaction', () => {
    expect(changes(shown(['chat:a', 'test']), known)).toEqual(['chat:a votes test']);
    expect(changes([], known)).toEqual(['retracted']);
  });

  test('counts as the safest vote of whoever shows several', () => {
    expect(changes(shown(['chat:a', 'production'], ['chat:a', 'test'], ['chat:a', 'staging']))).toEqual([
      'chat:a votes test',
    ]);
  });

  test('leaves alone what was voted elsewhere', () => {
    expect(changes([], vote('test', 'blue', 700, 'team:blue'))).toEqual([]);
  });
});
