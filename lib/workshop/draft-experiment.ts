import type { ExperimentCard } from '../core/experiments/experiment';
import type { FailureClass } from '../core/experiments/failure-class';
import type { Fault } from '../core/experiments/fault';
import { toFillIn } from '../scenarios/to-fill-in';
import type { PastIncident } from './past-incident';

/** What a scenario has that a fault can be aimed at. */
export interface Targets {
  /** Ids of its tiers, one at least. */
  readonly tiers: readonly string[];
  /** Those that copy from elsewhere, and those that take messages from a queue. */
  readonly copying: readonly string[];
  readonly consuming: readonly string[];
  readonly tables: readonly string[];
}

/** How long a draft's fault lasts, and within how long a sound architecture has recovered: the usual ones of the scenarios at hand. */
const DURATION_SECONDS = 600;
const RECOVERS_SECONDS = 120;

/**
 * The draft of an experiment that tries again what once went wrong. It can be played at once; texts that only its author can write say so.
 * @param known the scenario's own experiments, of which one of the same class shows what fault suits the architecture
 */
export function draftExperiment(
  id: string,
  incident: PastIncident,
  targets: Targets,
  known: readonly ExperimentCard[],
): ExperimentCard {
  const { title, failureClass, detectedBy, minutesToDetect, minutesToRecover, systems } = incident;
  const noticed = `${detectedBy ?? 'nobody knows who'} noticed it${minutesToDetect === undefined ? '' : ` after ${minutesToDetect} minutes`}`;
  const recovered = minutesToRecover === undefined ? '' : `, in the past after ${minutesToRecover} minutes`;
  return {
    id,
    title,
    failureClass,
    hypothesis: toFillIn(
      `what a sound architecture makes of it, and within how long customers are served again${recovered}`,
    ),
    recoversWithinSeconds: RECOVERS_SECONDS,
    fault: faultFor(incident, targets, known),
    durationSeconds: DURATION_SECONDS,
    announcement: { mode: 'silent' },
    kickOff: {
      story: toFillIn('the story that is read out when it begins'),
      target: toFillIn(`what is hit, in words${systems.length === 0 ? '' : `; in the past ${systems.join(', ')}`}`),
      didYouKnow: toFillIn('something that is worth knowing and gives nothing away'),
    },
    signals: [toFillIn(`what shows it first, and what then; in the past ${noticed}`)],
    repair: toFillIn('what makes an architecture ride it out'),
  };
}

function faultFor({ failureClass, systems }: PastIncident, targets: Targets, known: readonly ExperimentCard[]): Fault {
  const example = known.find((card) => card.failureClass === failureClass);
  if (example !== undefined) return example.fault;
  const named = (ids: readonly string[]): string | undefined =>
    ids.find((id) => systems.some((system) => system.toLowerCase().includes(id.toLowerCase())));
  const tier = named(targets.tiers) ?? targets.tiers[0]!;
  if (failureClass !== 'data and synchronisation') return usualFault(failureClass, tier);
  const [copying, consuming, table] = [targets.copying, targets.consuming, targets.tables].map(
    (ids) => named(ids) ?? ids[0],
  );
  if (consuming !== undefined) return { kind: 'consumer-stop', tier: consuming };
  if (copying !== undefined) return { kind: 'sync-stop', tier: copying };
  if (table !== undefined) return { kind: 'table-throttling', table, share: 0.5 };
  return { kind: 'dependency-down', tier };
}

function usualFault(failureClass: Exclude<FailureClass, 'data and synchronisation'>, tier: string): Fault {
  switch (failureClass) {
    case 'change and deployment':
      return { kind: 'bad-deployment', tier };
    case 'capacity and traffic':
      return { kind: 'cpu-stress', tier, load: 0.9 };
    case 'infrastructure and zone loss':
      return { kind: 'zone-outage', zone: 0 };
    case 'dependency':
      return { kind: 'dependency-slow', tier, addedMs: 2000 };
    case 'configuration and access':
      return { kind: 'access-lost', tier };
    case 'observability':
      return { kind: 'instance-hang', tier };
    case 'people and process':
      return { kind: 'instance-stop', tier };
  }
}

/** The id of an experiment made of the words of a title; undefined when they make none. */
export function experimentId(title: string): string | undefined {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  // Whole words, as far as an id may be long.
  const fitting =
    words.length <= 41
      ? words
      : words
          .slice(0, 42)
          .replace(/-[^-]*$/, '')
          .slice(0, 41);
  const id = fitting.replace(/-+$/, '');
  return id === '' ? undefined : id;
}
