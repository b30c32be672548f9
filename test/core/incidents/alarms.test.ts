import { incidentsForAudience } from '../../../lib/core/incidents/for-audience';
import { incidentsOf } from '../../../lib/core/incidents/incidents';
import type { LogEntry } from '../../../lib/core/records/records';
import { anEntry, declared } from '../../support/builders';
import { dayEvent, playedDay } from '../../support/incident-day';

const alarm = 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders';
const alarmed = (
  seconds: number,
  state: 'ok' | 'alarm' | 'insufficient-data' = 'alarm',
  parts: { readonly team?: string; readonly by?: string; readonly alarm?: string } = {},
) => {
  const { by = 'scorer', ...fields } = parts;
  return anEntry('alarmed', seconds, { alarm, state, ...fields }, { by, id: `${seconds}-${state}-${by}` });
};
/** Rounds of a minute; the impact is from 120 to 240 s. */
const first = (...log: readonly LogEntry[]) =>
  incidentsOf(dayEvent, playedDay({ blue: 'ggbbgg' }, ...log)).find(({ team }) => team === 'blue')?.incidents[0];

test('detection has two times: the first alarm, and the first declaration', () => {
  expect(first(alarmed(150), declared('blue', 200))).toMatchObject({
    firstAlarm: { alarm, atSeconds: 150 },
    secondsToAlarm: 30,
    secondsToDetect: 80,
  });
});

test.each<[string, readonly LogEntry[], number | null]>([
  ['none rang', [], null],
  ['it only went back to OK', [alarmed(150, 'ok')], null],
  ['a person says that it rang', [alarmed(150, 'alarm', { by: 'person:Watcher' })], null],
  ['it is of another team', [alarmed(150, 'alarm', { team: 'red' })], null],
  ['it rang two rounds after all was well again', [alarmed(360)], null],
  ['it rang late, when all had just become well', [alarmed(250)], 130],
  ['it rang shortly before', [alarmed(100)], 0],
  ['two rang', [alarmed(170, 'alarm', { alarm: 'other' }), alarmed(150)], 30],
  ['it rang, was quiet and rang again', [alarmed(130), alarmed(140, 'ok'), alarmed(150)], 10],
  ['a second writer tells it later', [alarmed(150), alarmed(155, 'alarm', { by: 'organizer' })], 30],
])('seconds from the start to the first alarm where %s', (_rule, log, seconds) => {
  expect(first(...log)?.secondsToAlarm).toBe(seconds);
});

test('an alarm that rang more than two rounds before an impact did not tell of it', () => {
  const seconds = (at: number) =>
    incidentsOf(dayEvent, playedDay({ blue: 'ggggbbgg' }, alarmed(at))).find(({ team }) => team === 'blue')
      ?.incidents[0]?.secondsToAlarm;
  expect([seconds(119), seconds(120)]).toEqual([null, 0]);
});

test('an alarm between two impacts belongs to the one before, because metrics come late, and not to the next one as well', () => {
  // Both are within reach: the first ends at 120 s, the next begins at 240 s.
  const { incidents = [] } =
    incidentsOf(dayEvent, playedDay({ blue: 'gbggbbgg' }, alarmed(150))).find(({ team }) => team === 'blue') ?? {};
  expect(incidents.map(({ secondsToAlarm }) => secondsToAlarm)).toEqual([90, null]);
});

test('the audience is told of no alarm', () => {
  const teams = incidentsOf(dayEvent, playedDay({ blue: 'ggbbgg' }, alarmed(150)));
  expect(incidentsForAudience(teams, new Map())[0]?.incidents[0]).toMatchObject({
    firstAlarm: null,
    secondsToAlarm: null,
  });
});
