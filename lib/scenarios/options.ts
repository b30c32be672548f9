import type { ScenarioOptions } from '../core/event/event';
import type { ScenarioCard } from '../core/scenario';

/** A choice for everything that the scenario leaves open: the event's, or else the scenario's own. */
export const chosenOptions = ({ options = {} }: Pick<ScenarioCard, 'options'>, chosen: ScenarioOptions = {}) =>
  Object.fromEntries(Object.entries(options).map(([name, [usual]]) => [name, chosen[name] ?? usual]));
