import type { Rules } from '../../core/event/event';
import { readRulesText } from '../../core/event/rules-file';
import { mistakesError } from './event-on-disk';
import { readTextFile } from './text-file';

/** Other rules for a fold, from a file, laid upon the event's. Throws `FileMissing`, `BadFile`, or `BadEvent` with every mistake. */
export function readRules(path: string, current: Rules): Rules {
  const resolution = readRulesText(readTextFile(path, 'a file of rules'), current);
  if (resolution.ok) return resolution.rules;
  throw mistakesError(path, resolution.mistakes, 'Correct the rules and run the command again.');
}
