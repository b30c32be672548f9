import { experimentVersion } from '../../../lib/core/experiments/version';
import { lifeCycleOf } from '../../../lib/core/informed/life-cycle';
import { lifeStep, type LifeStep } from '../../../lib/core/informed/life-steps';
import type { LogEntry } from '../../../lib/core/records/records';
import { lifeRows } from '../../../lib/core/view/life-table';
import {
  anInformed,
  anInformedEvent,
  informedDay,
  readyForProduction,
  readyForTest,
  says,
  theCard,
} from '../../support/an-informed';

const version = experimentVersion(theCard);
const lifeOf = (...log: readonly LogEntry[]) =>
  lifeCycleOf(anInformed(), informedDay(anInformedEvent(), 0, ...log).entries, 'stop', version);

test('an experiment is handed in, reviewed, rehearsed and approved, in this order', () => {
  expect(lifeOf().state).toBe('unknown');
  expect(lifeOf(says.drafted()).state).toBe('draft');
  expect(lifeOf(says.drafted(), says.reviewed()).state).toBe('reviewed');
  expect(lifeOf(says.drafted(), says.reviewed(), says.rehearsed()).state).toBe('rehearsed');
  expect(lifeOf(...readyForProduction)).toEqual({
    state: 'approved',
    authors: ['Author'],
    reviewers: ['Scribe'],
    rehearsedIn: ['arena'],
    approvedFor: ['production'],
  });
});

test.each<[string, LogEntry[], string]>([
  ['a review of what nobody handed in', [says.reviewed(), says.rehearsed()], 'unknown'],
  ['a review by an author', [says.drafted(), says.reviewed('person:Author')], 'draft'],
  ['a review by a team', [says.drafted(), says.reviewed('team:blue')], 'draft'],
  ['a rehearsal before the review', [says.drafted(), says.rehearsed()], 'draft'],
  ['a rehearsal in production', [says.drafted(), says.reviewed(), says.rehearsed('production')], 'reviewed'],
  ['an approval before the rehearsal', [says.drafted(), says.reviewed(), says.approved()], 'reviewed'],
  [
    'an approval by somebody else than the owner',
    [says.drafted(), says.reviewed(), says.rehearsed(), says.approved('person:Master')],
    'rehearsed',
  ],
])('%s counts for nothing', (_what, log, state) => {
  expect(lifeOf(...log).state).toBe(state);
});

test('whoever handed in any version reviews none', () => {
  const earlier = { ...says.drafted('person:Scribe'), id: 'earlier', version: 'another' } as LogEntry;
  expect(lifeOf(earlier, says.drafted(), says.reviewed('person:Scribe')).state).toBe('draft');
});

test('any change of an experiment begins a new life', () => {
  expect(experimentVersion({ ...theCard, durationSeconds: 601 })).not.toBe(version);
  expect(experimentVersion({ ...theCard, kickOff: { ...theCard.kickOff, story: 'Another.' } })).not.toBe(version);
  expect(version).toMatch(/^[0-9a-f]{16}$/);
});

test('the table says where an experiment might run', () => {
  const rows = (...log: readonly LogEntry[]) => {
    const event = anInformedEvent();
    return lifeRows(event, anInformed(), [theCard], informedDay(event, 0, ...log).entries).map(
      ({ mayRunIn }) => mayRunIn,
    );
  };
  expect(rows(says.drafted(), says.reviewed())).toEqual([[]]);
  expect(rows(...readyForTest)).toEqual([['test']]);
  expect(rows(...readyForProduction)).toEqual([['production', 'test']]);
});

describe('what a person says', () => {
  const say = (step: LifeStep, person: string, ...log: readonly LogEntry[]) =>
    lifeStep(anInformed(), informedDay(anInformedEvent(), 0, ...log).entries, step, person, 'id');
  const draft: LifeStep = { kind: 'draft', card: theCard };
  const review: LifeStep = { kind: 'review', card: theCard };
  const approve: LifeStep = { kind: 'approve', card: theCard, environment: 'production' };

  test('is written down so that the life cycle counts it', () => {
    const about = { id: 'id', experiment: 'stop', version };
    expect(say(draft, 'Author')).toEqual({ ok: true, entries: [{ ...about, by: 'person:Author', type: 'drafted' }] });
    expect(say(review, 'Scribe', says.drafted())).toMatchObject({ ok: true, entries: [{ type: 'reviewed' }] });
    expect(say(approve, 'Shop owner', says.drafted(), says.reviewed(), says.rehearsed())).toMatchObject({
      ok: true,
      entries: [{ type: 'approved', environment: 'production', version }],
    });
    const open: LifeStep = { ...approve, card: undefined, environment: 'test' };
    expect(say(open, 'Test owner')).toMatchObject({ ok: true, entries: [{ type: 'approved', environment: 'test' }] });
  });

  test('withdraws what the owner approved, and nothing else', () => {
    const withdraw: LifeStep = { kind: 'withdraw', card: theCard, environment: 'production' };
    expect(say(withdraw, 'Shop owner', ...readyForProduction)).toMatchObject({
      ok: true,
      entries: [{ type: 'retracted', entry: says.approved().id }],
    });
    expect(say(withdraw, 'Shop owner', ...readyForTest)).toMatchObject({ ok: false });
    expect(say(withdraw, 'Master', ...readyForProduction)).toMatchObject({ ok: false });
  });

  test.each<[string, LifeStep, string, LogEntry[]]>([
    ['the event file does not name "Somebody"', draft, 'Somebody', []],
    ['is draft already', draft, 'Author', [says.drafted()]],
    ['nobody has handed in stop', review, 'Scribe', []],
    ['Author is an author of stop', review, 'Author', [says.drafted()]],
    ['nobody has reviewed stop', { kind: 'rehearsed', card: theCard, where: 'arena' }, 'Scribe', [says.drafted()]],
    [
      'production is no test environment',
      { kind: 'rehearsed', card: theCard, where: 'production' },
      'Scribe',
      [says.drafted(), says.reviewed()],
    ],
    ['has to be rehearsed before and is reviewed', approve, 'Shop owner', [says.drafted(), says.reviewed()]],
    ["Production is Shop owner's to decide on", approve, 'Master', [...readyForProduction]],
    ['the event has no environment "moon"', { ...approve, environment: 'moon' }, 'Shop owner', []],
  ])('is refused when it would count for nothing: %s', (reason, step, person, log) => {
    expect(say(step, person, ...log)).toEqual({ ok: false, reason: expect.stringContaining(reason) as string });
  });
});
