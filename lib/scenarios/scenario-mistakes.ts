import type { Application } from '../arena/application';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { Scenario } from './scenario';

/**
 * What is wrong with a scenario before any of it is played, a line each: names that stand for nothing, or for two things. Without
 * this, a fault aimed at nobody would do nothing and say nothing.
 *
 * @param folder name of the folder that it is in
 */
export function scenarioMistakes(scenario: Scenario, folder: string): readonly string[] {
  const { id, weaknesses, experiments, application } = scenario;
  return [
    ...(id === folder ? [] : [`its id is "${id}"; it must be called like its folder`]),
    ...twice('weakness', weaknesses),
    ...twice('experiment', experiments),
    ...experiments.flatMap((experiment) => aimedAtNothing(experiment, application)),
  ];
}

function twice(kind: string, cards: readonly { readonly id: string }[]): string[] {
  const ids = cards.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `two of kind ${kind} are called "${id}"`);
}

function aimedAtNothing({ id, fault }: ExperimentCard, application: Application): string[] {
  const complain = (kind: string, name: string, known: readonly string[]): string[] =>
    known.includes(name)
      ? []
      : [`the experiment ${id} is aimed at the ${kind} "${name}"; application.ts has: ${known.join(', ') || 'none'}`];
  if ('tier' in fault) return complain('tier', fault.tier, tiersOf(application));
  if ('table' in fault) return complain('table', fault.table, tablesOf(application));
  return [];
}

const tiersOf = ({ tiers }: Application): string[] => tiers.map(({ id }) => id);

function tablesOf({ routes, tiers }: Application): string[] {
  const calls = [...routes, ...tiers.flatMap(({ consumes }) => consumes ?? [])].flatMap((each) => each.calls);
  return [...new Set(calls.flatMap((call) => (call.kind === 'table' ? [call.table] : [])))];
}
