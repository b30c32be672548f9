import { GameDayError } from '../../core/errors';
import type { GameDayEvent } from '../../core/event/event';
import { readEventText, type EventText } from '../../core/event/event-file';
import { mistakeText, type Mistake } from '../../core/event/event-mistakes';
import type { Catalogue } from '../../core/event/event-rules';
import { loadScenario, scenarioNames } from '../../scenarios/catalogue';
import { readTextFile } from './text-file';

/** The event of an event file. Throws `FileMissing`, `BadFile`, or `BadEvent` with every mistake. */
export async function readEventFile(path: string): Promise<GameDayEvent> {
  const text = readEventText(readTextFile(path, 'an event file'));
  return checked(path, text, await catalogueFor(text));
}

/**
 * The event of a rehearsal's folder. There every default is filled in, so that no scenario is needed; where one is missing all the
 * same, the scenario fills it in. Throws like `readEventFile`.
 */
export async function readResolvedEvent(path: string): Promise<GameDayEvent> {
  const text = readEventText(readTextFile(path, 'the event file of a rehearsal'));
  return checked(path, text, text.needsCard ? await catalogueFor(text) : undefined);
}

async function catalogueFor({ scenario }: EventText): Promise<Catalogue> {
  const scenarios = scenarioNames();
  const known = scenario !== undefined && scenarios.includes(scenario);
  return { scenarios, card: known ? await loadScenario(scenario) : undefined };
}

function checked(path: string, text: EventText, catalogue: Catalogue | undefined): GameDayEvent {
  const resolution = text.resolve(catalogue);
  if (resolution.ok) return resolution.event;
  const hint = `Correct the file, then check it again: npx gameday event check ${path}`;
  throw mistakesError(path, resolution.mistakes, hint);
}

/** `BadEvent` that tells every mistake of a file, a line each. */
export function mistakesError(path: string, mistakes: readonly Mistake[], hint: string): GameDayError {
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const lines = mistakes.map((mistake) => `  ${path}:${mistakeText(mistake)}`);
  return new GameDayError('BadEvent', `${path} has ${count}:\n${lines.join('\n')}`, hint);
}
