import { incidentsOf } from '../../../lib/core/incidents/incidents';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, declared } from '../../support/builders';
import { dayEvent, playedDay, resolved, scriptedDay, struck, updated } from '../../support/incident-day';

/** What a team went through in a day. */
function incidents(team: string, days: Readonly<Record<string, string>>, ...log: readonly LogEntry[]) {
  return incidentsOf(dayEvent, playedDay(days, ...log)).find((each) => each.team === team)!;
}
const scripted = (team: string) => incidents(team, scriptedDay.teams, ...scriptedDay.log);

test('times to detect, acknowledge and recover are those worked out by hand, to the second', () => {
  // Bad rounds 2 and 3: from 120 s; rounds 4 and 5 are good: until 240 s. Declared at 165 s, first update at 180 s.
  expect(scripted('blue').incidents[0]).toMatchObject({
    number: 1,
    startSeconds: 120,
    endSeconds: 240,
    declaredAtSeconds: 165,
    acknowledgedAtSeconds: 180,
    resolvedAtSeconds: 251,
    secondsToDetect: 45,
    secondsToAcknowledge: 15,
    secondsToRecover: 120,
    // Two rounds of 60 planned steps, each at -0.5 instead of +1; 0.2 x 180 x (1 - 45/600), 0.3 x 180 x (1 - 120/1800).
    loss: 180,
    refunds: { detection: expect.closeTo(33.3) as number, recovery: expect.closeTo(50.4) as number },
  });
});

test('an impact that nobody declared has no time to detect, however much was said meanwhile', () => {
  expect(scripted('blue').incidents[1]).toMatchObject({
    number: 2,
    startSeconds: 420,
    secondsToDetect: null,
    secondsToAcknowledge: null,
    secondsToRecover: 60,
    messages: [{ kind: 'updated', atSeconds: 430, by: 'team:blue', text: 'Again?', audience: 'internal' }],
  });
});

test('what a team said is kept whole, with author and audience', () => {
  expect(scripted('blue').incidents[0]?.messages).toEqual([
    { kind: 'declared', atSeconds: 165, by: 'team:blue', text: 'customers cannot book' },
    { kind: 'updated', atSeconds: 180, by: 'team:blue', text: 'The instance is gone', audience: 'internal' },
    { kind: 'updated', atSeconds: 200, by: 'team:blue', text: 'We are on it', audience: 'external' },
    { kind: 'resolved', atSeconds: 251, by: 'team:blue' },
  ]);
});

test('a declaration that belongs to no impact is a false alarm with its points, and no incident', () => {
  const { incidents: own, falseAlarms, unattached } = scripted('green');
  expect(own).toEqual([]);
  expect(falseAlarms).toMatchObject([{ atSeconds: 100, points: -60, messages: [{ kind: 'declared' }] }]);
  expect(unattached).toEqual([]);
});

test('a declaration made before the impact detects it at once', () => {
  const { incidents: own } = incidents('blue', { blue: 'ggbbgg' }, declared('blue', 100));
  expect(own).toMatchObject([{ declaredAtSeconds: 100, secondsToDetect: 0 }]);
});

test('an impact that is still open has not been recovered from', () => {
  expect(incidents('blue', { blue: 'ggbb' }).incidents).toMatchObject([{ endSeconds: null, secondsToRecover: null }]);
});

test('times are event time: a pause takes none', () => {
  const clock = [anEntry('paused', 180, {}), anEntry('resumed', 240, {})];
  const { incidents: own } = incidents(
    'blue',
    { blue: 'ggbbggg' },
    ...clock,
    declared('blue', 250),
    updated('blue', 255, '', 'internal'),
  );
  expect(own).toMatchObject([{ declaredAtSeconds: 190, secondsToDetect: 70, secondsToAcknowledge: 5 }]);
});

test('declaring again is no second detection and no acknowledgement', () => {
  const { incidents: own } = incidents(
    'blue',
    { blue: 'ggbbgg' },
    declared('blue', 130),
    declared('blue', 140),
    resolved('blue', 200),
  );
  expect(own).toMatchObject([{ secondsToDetect: 10, secondsToAcknowledge: 70 }]);
});

test('the last resolution holds', () => {
  const { incidents: own } = incidents(
    'blue',
    { blue: 'ggbbgg' },
    declared('blue', 130),
    resolved('blue', 150),
    resolved('blue', 245),
  );
  expect(own).toMatchObject([{ resolvedAtSeconds: 245 }]);
});

test('what is said after an incident is about it, until another one begins', () => {
  const { incidents: own } = incidents(
    'blue',
    { blue: 'ggbggbgg' },
    declared('blue', 130),
    updated('blue', 200, 'it was the cable', 'internal'),
    updated('blue', 310, 'the cable again', 'internal'),
  );
  expect(own.map(({ messages }) => messages.map(({ atSeconds }) => atSeconds))).toEqual([[130, 200], [310]]);
});

test('what is said before anything happened belongs to nothing', () => {
  const { unattached } = incidents('blue', { blue: 'gggggb' }, updated('blue', 30, 'all is well', 'external'));
  expect(unattached).toMatchObject([{ text: 'all is well' }]);
});

describe('an experiment is suspected', () => {
  const suspects = (blue: string, from: number, to: number) =>
    incidents('blue', { blue }, ...struck('blue', from, to)).incidents.map(({ suspects }) =>
      suspects.map(({ role }) => role),
    );
  test.each<[string, string, number, number, string[][]]>([
    ['as the cause when it was there in the first bad round', 'ggbbgg', 179, 300, [['cause']]],
    ['as the cause when it was there before', 'ggbbgg', 10, 121, [['cause']]],
    ['of making it worse when it came after the first bad round', 'ggbbgg', 180, 300, [['aggravation']]],
    ['of nothing when it was over before', 'ggbbgg', 10, 120, [[]]],
    ['of nothing when it came after', 'ggbbgg', 240, 300, [[]]],
    ['in each incident that it was there for', 'ggbggbgg', 130, 330, [['cause'], ['cause']]],
  ])('%s', (_, blue, from, to, roles) => {
    expect(suspects(blue, from, to)).toEqual(roles);
  });

  test('only by the team that it struck', () => {
    expect(incidents('red', { red: 'ggbb' }, ...struck('blue', 130, 250)).incidents[0]?.suspects).toEqual([]);
  });

  test('never when it was refused', () => {
    const refused = anEntry('experiment-refused', 130, { run: 'x', experiment: 'stop', team: 'blue', reason: '-' });
    expect(incidents('blue', { blue: 'ggbb' }, refused).incidents[0]?.suspects).toEqual([]);
  });
});
