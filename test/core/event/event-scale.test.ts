import fc from 'fast-check';
import { readEventText } from '../../../lib/core/event/event-file';
import { scaleEvent } from '../../../lib/core/event/event-scale';
import { eventText } from '../../../lib/core/event/event-text';
import { anyEvent } from '../../support/any-event';
import { anEvent } from '../../support/builders';
import { refusal } from '../../support/refusal';

const event = anEvent({
  durationSeconds: 14_400,
  freezeSeconds: 900,
  traffic: [
    { atSeconds: 0, stepsPerSecond: 2 },
    { atSeconds: 3600, stepsPerSecond: 10 },
  ],
  spikes: [{ atSeconds: 7200, forSeconds: 300, times: 3 }],
  experiments: [
    { experiment: 'zone-outage', atSeconds: 9000, forSeconds: 600 },
    { experiment: 'cpu-stress', atSeconds: 9600, teams: ['blue'] },
  ],
});

test('the whole plan moves in proportion, and rounds stay as long as they are', () => {
  expect(scaleEvent(event, 7200)).toEqual({
    ...event,
    durationSeconds: 7200,
    freezeSeconds: 450,
    traffic: [
      { atSeconds: 0, stepsPerSecond: 2 },
      { atSeconds: 1800, stepsPerSecond: 10 },
    ],
    spikes: [{ atSeconds: 3600, forSeconds: 150, times: 3 }],
    experiments: [
      { experiment: 'zone-outage', atSeconds: 4500, forSeconds: 300 },
      { experiment: 'cpu-stress', atSeconds: 4800, teams: ['blue'] },
    ],
  });
});

test('the same length changes nothing', () => {
  expect(scaleEvent(event, event.durationSeconds)).toEqual(event);
});

test('whatever the length, the event can be written out and read back', () => {
  fc.assert(
    fc.property(anyEvent, fc.integer({ min: 1, max: 200 }), (any, rounds) => {
      const scaled = scaleEvent(any, rounds * any.roundSeconds);
      fc.pre(scaled.durationSeconds <= 7 * 86_400);
      expect(readEventText(eventText(scaled)).resolve()).toEqual({ ok: true, event: scaled });
    }),
  );
});

test.each([0, 30, 90, NaN])('%p seconds are no whole number of rounds of a minute', (seconds) => {
  expect(() => scaleEvent(event, seconds)).toThrow(refusal('BadOption'));
});
