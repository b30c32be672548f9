import type { DatedEntry } from '../records/effective-log';
import { peopleOf, type Environment, type EnvironmentKind, type Informed } from './informed';
import { personOf } from './people';

/** How far an experiment has come, in this order; what is not even a draft was never handed in as it is now. */
export const lifeStates = ['unknown', 'draft', 'reviewed', 'rehearsed', 'approved'] as const;
export type LifeState = (typeof lifeStates)[number];

/** Where somebody rehearsed an experiment that needed no environment for it. */
export const ARENA = 'arena';

/** The life of an experiment as it is now: draft → reviewed → rehearsed → approved. A change of its content begins a new one. */
export interface LifeCycle {
  readonly state: LifeState;
  /** Everybody who ever handed it in, in whatever version: none of them can review it. */
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  /** Ids of test environments, or `arena`. */
  readonly rehearsedIn: readonly string[];
  /** Ids of the environments for which the owner approved this version. */
  readonly approvedFor: readonly string[];
}

/** A state in words, as the end of a sentence that begins with what the experiment is. */
export const lifeWords = (state: LifeState): string => (state === 'unknown' ? 'not even a draft' : state);

/** What an experiment has to have come to before it may run in an environment of a kind. */
export const neededState: Readonly<Record<EnvironmentKind, LifeState>> = {
  test: 'reviewed',
  staging: 'rehearsed',
  production: 'approved',
};

/** Whether an experiment of that life may run in an environment, as far as its life goes. */
export const isFarEnough = ({ id, kind }: Pick<Environment, 'id' | 'kind'>, life: LifeCycle): boolean =>
  neededState[kind] === 'approved'
    ? life.approvedFor.includes(id)
    : lifeStates.indexOf(life.state) >= lifeStates.indexOf(neededState[kind]);

/**
 * Follows an experiment through the log. What comes out of its turn counts for nothing, nor does what somebody says whom the event file
 * does not name, a review by an author, or an approval by anybody but the owner of the environment.
 * @param version of the experiment as it is now
 * @param entries the log that holds, oldest first
 */
export function lifeCycleOf(
  informed: Informed,
  entries: readonly DatedEntry[],
  experiment: string,
  version: string,
): LifeCycle {
  const people = new Set(peopleOf(informed));
  const tests = new Set([ARENA, ...informed.environments.flatMap(({ id, kind }) => (kind === 'test' ? [id] : []))]);
  const authors = new Set(
    entries.flatMap(({ entry }) =>
      entry.type === 'drafted' && entry.experiment === experiment ? (personOf(entry) ?? []) : [],
    ),
  );
  const reviewers = new Set<string>();
  const rehearsedIn = new Set<string>();
  const approvedFor = new Set<string>();
  let isDraft = false;
  for (const { entry } of entries) {
    if (!('experiment' in entry) || entry.experiment !== experiment) continue;
    if (!('version' in entry) || entry.version !== version) continue;
    const person = personOf(entry);
    const isKnown = person !== undefined && people.has(person);
    if (entry.type === 'drafted') isDraft ||= isKnown;
    else if (entry.type === 'reviewed' && isDraft && isKnown && !authors.has(person)) reviewers.add(person);
    else if (entry.type === 'rehearsed' && reviewers.size > 0 && (isKnown || entry.by === 'organizer')) {
      if (tests.has(entry.where)) rehearsedIn.add(entry.where);
    } else if (entry.type === 'approved' && rehearsedIn.size > 0 && isOwner(informed, entry.environment, person))
      approvedFor.add(entry.environment);
  }
  const passed = [isDraft, reviewers.size > 0, rehearsedIn.size > 0, approvedFor.size > 0];
  return {
    state: lifeStates[passed.filter(Boolean).length] ?? 'unknown',
    authors: [...authors],
    reviewers: [...reviewers],
    rehearsedIn: [...rehearsedIn],
    approvedFor: [...approvedFor],
  };
}

/** Whether an environment's owner has approved that anything runs there, or just this. */
export const isOpened = (
  informed: Informed,
  entries: readonly DatedEntry[],
  environment: string,
  experiment: string,
): boolean =>
  entries.some(
    ({ entry }) =>
      entry.type === 'approved' &&
      entry.environment === environment &&
      (entry.experiment ?? experiment) === experiment &&
      isOwner(informed, environment, personOf(entry)),
  );

const isOwner = ({ environments }: Informed, environment: string, person: string | undefined): boolean =>
  person !== undefined && environments.some(({ id, owner }) => id === environment && owner === person);
