import { alarmEntries, type AlarmChange } from '../../../lib/core/measuring/alarm-history';
import type { LogEntry } from '../../../lib/core/records/records';
import type { ScorerNote } from '../../../lib/core/scorer/ports';
import { dayOf } from '../../../lib/core/time/day';
import { anEntry, at, iso, someLog } from '../../support/builders';
import { anEnvironment, anInformedEvent } from '../../support/an-informed';

const alarm = 'arn:aws:cloudwatch:eu-west-1:333333333333:alarm:orders';
const guardrails = { stopOn: [{ alarm, below: 0.5 }] };
const event = anInformedEvent({
  environments: [anEnvironment({ guardrails }), anEnvironment({ id: 'other', name: 'Other', guardrails })],
});
const changes: readonly AlarmChange[] = [
  { alarm, at: at(100), state: 'alarm' },
  { alarm, at: at(160), state: 'ok' },
];

const told = async (log: readonly LogEntry[], read: (place: string) => readonly AlarmChange[]) => {
  const notes: ScorerNote[] = [];
  const spans: unknown[] = [];
  const entries = await alarmEntries(
    ({ id }, span) => {
      spans.push(span);
      return new Promise((settle) => settle(read(id)));
    },
    event,
    dayOf(event, log, at(200)),
    (note) => notes.push(note),
  );
  return { entries, notes, spans };
};
const ofTest = (place: string) => (place === 'test' ? changes : []);

test('changes of alarms since the start are entries of the instants at which they happened', async () => {
  const { entries, spans } = await told(someLog(), ofTest);
  expect(entries).toEqual([
    expect.objectContaining({
      at: iso(at(100)),
      by: 'scorer',
      type: 'alarmed',
      alarm,
      state: 'alarm',
      environment: 'test',
    }),
    expect.objectContaining({ at: iso(at(160)), state: 'ok' }),
  ]);
  expect(spans[0]).toEqual({ from: at(0), to: at(200) });
});

test('what was told is not told again', async () => {
  const { entries } = await told(someLog(), ofTest);
  expect((await told(someLog(...entries), ofTest)).entries).toEqual([]);
});

test('an environment whose alarms cannot be read is noted by name, and the others are told', async () => {
  const { entries, notes } = await told(someLog(), (place) => {
    if (place === 'other') throw new Error('AccessDenied');
    return changes;
  });
  expect(entries).toHaveLength(2);
  expect(notes).toMatchObject([{ level: 'warn', message: 'alarms of Other could not be read' }]);
});

test('before the start nothing is asked', async () => {
  const { spans } = await told([anEntry('announced', 0, { text: 'Soon' })], ofTest);
  expect(spans).toEqual([]);
});
