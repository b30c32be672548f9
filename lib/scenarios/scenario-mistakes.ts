import type { Application } from '../arena/application';
import { experimentSchema, type ExperimentCard } from '../core/experiments/experiment';
import type { Scenario } from './scenario';

/**
 * What is wrong with a scenario before any of it is played, a line each: names that stand for nothing, or for two things, and
 * experiments that are none. Without this, a fault aimed at nobody would be found out on the day.
 *
 * @param folder name of the folder that it is in
 */
export function scenarioMistakes(scenario: Scenario, folder: string): readonly string[] {
  const { id, weaknesses, experiments, application } = scenario;
  return [
    ...(id === folder ? [] : [`its id is "${id}"; it must be called like its folder`]),
    ...twice('weakness', weaknesses),
    ...twice('experiment', experiments),
    ...experiments.flatMap((experiment, index) => {
      const mistakes = cardMistakes(experiment, index);
      // What is no experiment is not aimed at anything either.
      return mistakes.length > 0 ? mistakes : aimedAtNothing(experiment, application);
    }),
  ];
}

function twice(kind: string, cards: readonly { readonly id: string }[]): string[] {
  const ids = cards.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `two of kind ${kind} are called "${id}"`);
}

/** What the schema says against a card: TypeScript knows the shape, but neither ranges nor what a text must say. */
function cardMistakes(card: ExperimentCard, index: number): string[] {
  const { error } = experimentSchema.safeParse(card);
  const name = typeof card?.id === 'string' && card.id !== '' ? card.id : `no. ${index + 1}`;
  return (error?.issues ?? []).map(({ path, message }) => {
    const key = path.join('.');
    return `the experiment ${name}${key === '' ? '' : `, ${key}`}: ${message}`;
  });
}

function aimedAtNothing({ id, fault }: ExperimentCard, application: Application): string[] {
  const complain = (kind: string, name: string, known: readonly string[]): string[] =>
    known.includes(name)
      ? []
      : [`the experiment ${id} is aimed at the ${kind} "${name}"; application.ts has: ${known.join(', ') || 'none'}`];
  if (fault.kind === 'sync-stop') return complain('copying tier', fault.tier, copyingTiersOf(application));
  if (fault.kind === 'consumer-stop') return complain('consuming tier', fault.tier, consumingTiersOf(application));
  if ('tier' in fault) return complain('tier', fault.tier, tiersOf(application));
  if ('queue' in fault) return complain('queue', fault.queue, queuesOf(application));
  if ('table' in fault) return complain('table', fault.table, tablesOf(application));
  return [];
}

/** What faults can be aimed at in an application. */
export const targetsOf = (application: Application) => ({
  tiers: tiersOf(application),
  copying: copyingTiersOf(application),
  consuming: consumingTiersOf(application),
  tables: tablesOf(application),
});

const tiersOf = ({ tiers }: Pick<Application, 'tiers'>): string[] => tiers.map(({ id }) => id);

const copyingTiersOf = ({ tiers }: Application): string[] =>
  tiersOf({ tiers: tiers.filter(({ synchronises }) => synchronises !== undefined) });

const consumingTiersOf = ({ tiers }: Application): string[] =>
  tiersOf({ tiers: tiers.filter(({ consumes }) => consumes !== undefined) });

const queuesOf = ({ tiers }: Application): string[] => [
  ...new Set(tiers.flatMap(({ consumes, publishes }) => [consumes?.queue ?? [], publishes?.queue ?? []].flat())),
];

function tablesOf({ routes, tiers }: Application): string[] {
  const calls = [...routes, ...tiers.flatMap(({ consumes }) => consumes ?? [])].flatMap((each) => each.calls);
  return [...new Set(calls.flatMap((call) => (call.kind === 'table' ? [call.table] : [])))];
}
