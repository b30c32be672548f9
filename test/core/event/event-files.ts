import type { GameDayEvent } from '../../../lib/core/event/event';
import { readEventText } from '../../../lib/core/event/event-file';
import { mistakeText } from '../../../lib/core/event/event-mistakes';
import type { ScenarioCard } from '../../../lib/core/scenario';
import { anExperiment } from '../../support/an-experiment';

/** A scenario of one weakness, one experiment and two spikes. */
export const card: ScenarioCard = {
  id: 'rental-market',
  title: 'Rental market',
  story: '',
  weaknesses: [
    {
      id: 'one-zone',
      title: 'Everything in one zone',
      failureClass: 'infrastructure and zone loss',
      symptom: '',
      exposedBy: '',
      hints: [
        { text: 'nudge', costSeconds: 30 },
        { text: 'answer', costSeconds: 120 },
      ],
      repair: '',
    },
  ],
  experiments: [anExperiment({ id: 'zone-outage', fault: { kind: 'zone-outage', zone: 0 }, durationSeconds: 600 })],
  traffic: [{ atSeconds: 0, stepsPerSecond: 3 }],
  spikes: [
    { atSeconds: 600, forSeconds: 60, times: 2 },
    { atSeconds: 7200, forSeconds: 60, times: 2 },
  ],
};
/** What an event file is read beside. */
export const catalogue = { scenarios: ['rental-market', 'ticket-shop'], card };

/** The shortest event file there is. */
export const least = `name: Small
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
teams:
  - { id: blue, name: Blue Whales }
`;

/** Throws with its mistakes when it has any. */
export function eventOf(text: string): GameDayEvent {
  const resolution = readEventText(text).resolve(catalogue);
  if (resolution.ok) return resolution.event;
  throw new Error(resolution.mistakes.map(mistakeText).join('\n'));
}

/** As a line each. @param options `alone` is without the scenario */
export function mistakesOf(text: string, options: { alone?: true } = {}): string[] {
  const resolution = readEventText(text).resolve(options.alone ? undefined : catalogue);
  return resolution.ok ? [] : resolution.mistakes.map(mistakeText);
}
