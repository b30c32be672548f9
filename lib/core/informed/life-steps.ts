import type { ExperimentCard } from '../experiments/experiment';
import { experimentVersion } from '../experiments/version';
import type { DatedEntry } from '../records/effective-log';
import type { UndatedEntry } from '../records/records';
import { peopleOf, type Informed } from './informed';
import { ARENA, lifeCycleOf, lifeStates, lifeWords } from './life-cycle';
import { byPerson, personOf } from './people';

/** What somebody wants to say about an experiment, or about all of them in an environment. */
export type LifeStep =
  | { readonly kind: 'draft' | 'review'; readonly card: ExperimentCard }
  /** `where` is a test environment, or the arena. */
  | { readonly kind: 'rehearsed'; readonly card: ExperimentCard; readonly where: string }
  /** Without a card: the environment is opened to experiments that need no approval of their own. */
  | { readonly kind: 'approve'; readonly card: ExperimentCard | undefined; readonly environment: string }
  | { readonly kind: 'withdraw'; readonly card: ExperimentCard | undefined; readonly environment: string };

/** Entries to write, or why they would count for nothing: the end of a sentence. */
export type LifeDecision =
  { readonly ok: true; readonly entries: readonly UndatedEntry[] } | { readonly ok: false; readonly reason: string };

/**
 * What a person's word about an experiment is in the log. Refuses what the life cycle would not count.
 * @param id unique
 */
export function lifeStep(
  informed: Informed,
  entries: readonly DatedEntry[],
  step: LifeStep,
  person: string,
  id: string,
): LifeDecision {
  const people = peopleOf(informed);
  if (!people.includes(person)) return no(`the event file does not name "${person}", only ${people.join(', ')}`);
  if (step.kind === 'approve' || step.kind === 'withdraw') return ownersStep(informed, entries, step, person, id);
  const { card } = step;
  const version = experimentVersion(card);
  const about = { id, by: byPerson(person), experiment: card.id, version };
  const life = lifeCycleOf(informed, entries, card.id, version);
  const reached = lifeStates.indexOf(life.state);
  switch (step.kind) {
    case 'draft':
      if (reached > 0) return no(`${card.id}, as it is now, is ${life.state} already`);
      return yes({ ...about, type: 'drafted' });
    case 'review':
      if (reached === 0) return no(`nobody has handed in ${card.id} as it is now`);
      if (life.authors.includes(person))
        return no(`${person} is an author of ${card.id}, and somebody else reviews it`);
      return yes({ ...about, type: 'reviewed' });
    case 'rehearsed': {
      if (reached < lifeStates.indexOf('reviewed')) return no(`nobody has reviewed ${card.id} as it is now`);
      const isTest = informed.environments.some(({ id: known, kind }) => known === step.where && kind === 'test');
      if (!isTest && step.where !== ARENA) return no(`${step.where} is no test environment`);
      return yes({ ...about, type: 'rehearsed', where: step.where });
    }
  }
}

function ownersStep(
  { environments, ...informed }: Informed,
  entries: readonly DatedEntry[],
  { kind, card, environment: id }: Extract<LifeStep, { kind: 'approve' | 'withdraw' }>,
  person: string,
  entryId: string,
): LifeDecision {
  const environment = environments.find((each) => each.id === id);
  if (environment === undefined)
    return no(`the event has no environment "${id}", only ${environments.map((each) => each.id).join(', ')}`);
  if (environment.owner !== person) return no(`${environment.name} is ${environment.owner}'s to decide on`);
  if (kind === 'withdraw') {
    const given = entries.flatMap(({ entry }) =>
      entry.type === 'approved' &&
      entry.environment === id &&
      personOf(entry) === person &&
      (card === undefined || entry.experiment === card.id)
        ? [entry.id]
        : [],
    );
    if (given.length === 0) return no('nothing is approved that could be withdrawn');
    return yes(
      ...given.map((entry, index): UndatedEntry => ({
        id: `${entryId}-${index}`,
        by: byPerson(person),
        type: 'retracted',
        entry,
        reason: 'the owner withdrew it',
      })),
    );
  }
  const about = { id: entryId, by: byPerson(person), type: 'approved', environment: id } as const;
  if (card === undefined) return yes(about);
  const version = experimentVersion(card);
  const life = lifeCycleOf({ environments, ...informed }, entries, card.id, version);
  if (lifeStates.indexOf(life.state) < lifeStates.indexOf('rehearsed'))
    return no(`${card.id}, as it is now, has to be rehearsed before and is ${lifeWords(life.state)}`);
  return yes({ ...about, experiment: card.id, version });
}

const yes = (...entries: readonly UndatedEntry[]): LifeDecision => ({ ok: true, entries });
const no = (reason: string): LifeDecision => ({ ok: false, reason });
