import { orderedEntry } from '../experiments/entries';
import type { UndatedEntry } from '../records/records';
import { experimentVersion } from '../experiments/version';
import { attemptAt, offBallot, permission } from './guardrails';
import type { GuardedDay, GuardrailName, Refused } from './attempt';
import { bySafety, type Environment, type Informed } from './informed';
import { kickOffRun, kickOffsOf, type KickOff } from './kick-offs';
import { lifeCycleOf } from './life-cycle';
import { countVotes, voteChanges, votesOf, type ShownVote } from './votes';

/** What a desk looks at. */
export interface DeskDay extends GuardedDay {
  readonly eventSeconds: number;
}

/** What the chat shows of the kick-off whose votes are taken; undefined when nobody could look. */
export type ShownVotes = readonly ShownVote[] | undefined;

/** How long after the decision a start waits for what people or the experiment before it can still mend, event seconds. */
const PATIENCE_SECONDS = 600;
/** What the chat shows in the look that closes the vote still counts when that look comes so soon after the deadline, event seconds. */
const LATE_LOOK_SECONDS = 60;
const worthWaitingFor: readonly GuardrailName[] = ['two-persons', 'one-at-a-time'];

/**
 * What the desk of an informed event writes down now: kick-offs, votes, decisions, orders of experiments, and what is called off. Pure,
 * and safe to repeat: what was written already is not written again. Taken again after its entries are in the log, until there are none,
 * it has done what is due. The chat is only looked at for votes: whether it works begins and ends nothing.
 */
export function deskStep(day: DeskDay, shown: ShownVotes): readonly UndatedEntry[] {
  const { informed } = day.event;
  if (informed === undefined) return [];
  const kickOffs = kickOffsOf(day);
  const rehearsed = kickOffs.flatMap((kickOff) => rehearsedIn(day, informed, kickOff));
  if (day.phase !== 'running') return rehearsed;
  const current = kickOffs.find(({ state }) => state !== 'over');
  return current === undefined ? rehearsed : [...rehearsed, ...moveOn(day, informed, current, shown)];
}

function moveOn(day: DeskDay, informed: Informed, kickOff: KickOff, shown: ShownVotes): readonly UndatedEntry[] {
  const { number, experiment } = kickOff;
  switch (kickOff.state) {
    case 'planned':
      if (day.eventSeconds < kickOff.atSeconds) return [];
      return [{ id: `kick-off-${number}`, by: 'organizer', type: 'kicked-off', kickOff: number, experiment }];
    case 'voting':
      return takeVotes(day, informed, kickOff, shown);
    case 'waiting':
      return order(day, kickOff);
    case 'ordered':
    case 'running':
    case 'over':
      return [];
  }
}

function takeVotes(day: DeskDay, informed: Informed, kickOff: KickOff, shown: ShownVotes): readonly UndatedEntry[] {
  const ballot = ballotOf(day, kickOff);
  const overSeconds = day.eventSeconds - (kickOff.votesUntilSeconds ?? Infinity);
  const changes =
    shown === undefined || overSeconds > LATE_LOOK_SECONDS ? [] : voteChanges(kickOff, shown, ballot, day);
  if (overSeconds < 0) return changes;
  const votes = withChanges(votesOf(kickOff, day.entries, day.timeline), changes);
  const choice = countVotes(votes, ballot, informed.vote.otherwise);
  if (choice === undefined) return [calledOff(kickOff, nothingOnBallot(day, informed, kickOff))];
  return [
    ...changes,
    {
      id: `kick-off-${kickOff.number}-decided`,
      by: 'organizer',
      type: 'decided',
      kickOff: kickOff.number,
      environment: choice.environment,
      reason: choice.reason,
    },
  ];
}

function withChanges(
  votes: readonly (ShownVote & { readonly entry: string })[],
  changes: readonly UndatedEntry[],
): readonly ShownVote[] {
  const gone = new Set(changes.flatMap((change) => (change.type === 'retracted' ? [change.entry] : [])));
  const fresh = changes.flatMap((change) => (change.type === 'vote' ? [change] : []));
  const kept = votes.filter(({ voter, entry }) => !gone.has(entry) && !fresh.some((vote) => vote.voter === voter));
  return [...kept, ...fresh];
}

/** The environments that may be voted for now, the safest first. */
export const ballotOf = (day: GuardedDay, kickOff: KickOff): readonly Environment[] =>
  bySafety(day.event.informed?.environments ?? []).filter(
    (environment) => offBallot(day, kickOff, environment) === undefined,
  );

/** Why the safest environment is not allowed: there the least is asked for. */
function nothingOnBallot(day: DeskDay, { environments }: Informed, kickOff: KickOff): Refused {
  const refusals = bySafety(environments).flatMap((environment) => offBallot(day, kickOff, environment) ?? []);
  return refusals[0] ?? { allowed: false, guardrail: 'environment', reason: 'the event has no environment' };
}

function order(day: DeskDay, kickOff: KickOff): readonly UndatedEntry[] {
  const { decision, number, experiment, forSeconds } = kickOff;
  if (decision === undefined) return [];
  const answer = permission(day, attemptAt(kickOff, decision.environment));
  if (!answer.allowed) {
    const waited = (day.now - decision.at) / 1000;
    const mayMend = worthWaitingFor.includes(answer.guardrail) && waited < PATIENCE_SECONDS;
    return mayMend ? [] : [calledOff(kickOff, answer)];
  }
  return day.event.teams.map(({ id: team }) =>
    orderedEntry({ run: kickOffRun(number, team), experiment, team, forSeconds }),
  );
}

const calledOff = ({ number }: KickOff, { guardrail, reason }: Refused): UndatedEntry => ({
  id: `kick-off-${number}-called-off`,
  by: 'organizer',
  type: 'called-off',
  kickOff: number,
  guardrail,
  reason,
});

/** An experiment that ran to its end in a test environment has been rehearsed there. */
function rehearsedIn(day: DeskDay, informed: Informed, kickOff: KickOff): readonly UndatedEntry[] {
  const environment = informed.environments.find(({ id }) => id === kickOff.decision?.environment);
  const card = day.cards.find(({ id }) => id === kickOff.experiment);
  const isWhole = kickOff.runs.some((run) => run.state === 'ended' && run.outcome === 'completed');
  if (environment?.kind !== 'test' || card === undefined || kickOff.state !== 'over' || !isWhole) return [];
  const version = experimentVersion(card);
  if (lifeCycleOf(informed, day.entries, card.id, version).rehearsedIn.includes(environment.id)) return [];
  return [
    {
      id: `rehearsed-${card.id}-${version}-${environment.id}`,
      by: 'organizer',
      type: 'rehearsed',
      experiment: card.id,
      version,
      where: environment.id,
    },
  ];
}
