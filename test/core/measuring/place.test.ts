import { placeAt } from '../../../lib/core/measuring/place';
import { dayOf } from '../../../lib/core/time/day';
import { anEntry, anEvent, at, someLog } from '../../support/builders';
import { anEnvironment, anInformed } from '../../support/an-informed';

const customers = { loadBalancers: ['arn'], alarms: [] };
const event = anEvent({
  informed: anInformed({
    environments: [
      anEnvironment({ id: 'production', name: 'Production', kind: 'production', customers }),
      anEnvironment({ id: 'staging', name: 'Staging', kind: 'staging', customers }),
      anEnvironment(),
    ],
  }),
});
const decided = (seconds: number, environment: string, by = 'organizer') =>
  anEntry('decided', seconds, { kickOff: 1, environment, reason: 'vote' }, { by });
const placeAfter = (...log: readonly ReturnType<typeof decided>[]) =>
  placeAt(event, dayOf(event, someLog(...log), at(300)).entries, at(200))?.id;

test.each([
  ['before an experiment is decided, where customers are closest', [], 'production'],
  ['where the newest experiment was decided to run', [decided(60, 'test'), decided(120, 'staging')], 'staging'],
  ['not where one is decided later', [decided(60, 'test'), decided(240, 'staging')], 'test'],
  ['not where somebody else says', [decided(60, 'staging', 'person:Villain')], 'production'],
  ['not where the event has no environment', [decided(60, 'moon')], 'production'],
])('heroes are measured %s', (_rule, log, place) => {
  expect(placeAfter(...log)).toBe(place);
});

test('an event of the sandbox style has no such place', () => {
  expect(placeAt(anEvent(), [], at(0))).toBeUndefined();
});
