import { formatClock } from '../core/event/durations';
import type { GameDayEvent } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { Game } from '../core/game';
import { alarmName } from '../core/incidents/alarms';
import { causesOf } from '../core/incidents/causes';
import type { Incident, Suspect, TeamIncidents } from '../core/incidents/incident';
import type { HypothesisVerdict } from '../core/incidents/hypothesis';
import type { ExperimentOutcome } from '../core/incidents/outcomes';
import { timelineOf } from '../core/time/timeline';
import { fixed } from '../core/view/fixed';
import { damageOf, servedShare, type Damage } from './damage';
import type { Cause, Figure, PostMortem } from './draft';
import { graphOf } from './graph';
import { peersOf, peerTimes } from './peers';
import { reviewOf } from './review';
import { timelineItems } from './timeline';
import { counted, lasting, listed, percent, whole } from './words';

/** What a post-mortem is written from. */
export interface Evidence {
  readonly event: GameDayEvent;
  readonly game: Game;
  readonly teams: readonly TeamIncidents[];
  readonly outcomes: readonly ExperimentOutcome[];
  /** Those that are at hand. */
  readonly cards: readonly ExperimentCard[];
}

/** The draft of an incident's post-mortem. */
export function postMortemOf(incident: Incident, evidence: Evidence): PostMortem {
  const { event, game, teams, outcomes, cards } = evidence;
  const name = event.teams.find(({ id }) => id === incident.team)?.name ?? incident.team;
  const rounds = game.teams.find(({ team }) => team === incident.team)?.rounds ?? [];
  const damage = damageOf(incident, rounds, event.roundSeconds);
  const times = peerTimes(incident, peersOf(incident, teams));
  const timeline = timelineItems({ event, game, incident, damage, cards });
  const others = teams.find(({ team }) => team === incident.team)?.incidents ?? [];
  const review = reviewOf({ event, incident, others, damage, times, timeline, outcomes });
  const causes = causesOf(incident);
  return {
    title: `Post-mortem: incident ${incident.number} of ${name}`,
    about: `${event.name}${event.edition === undefined ? '' : `, edition ${event.edition}`}. ${startOf(evidence)}`,
    summary: summaryOf(name, incident, damage, causes, cards),
    figures: figuresOf(incident, damage, event.roundSeconds),
    graph: graphOf(event, incident, rounds, timeline),
    timeline,
    times,
    comparedWith: comparison(incident, causes, outcomes),
    causes: causes.map((suspect) => causeOf(suspect, outcomes, cards)),
    causeNotes: causeNotes(incident, causes),
    wentWell: review.well,
    wentBadly: review.badly,
  };
}

/** When event time began, for whoever compares with other clocks. */
function startOf({ event, game }: Evidence): string {
  const began = timelineOf(event, game.entries).runs[0]?.startsAt;
  const when = began === undefined ? '' : ` at ${new Date(began).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `Times are event time, from the start of the event${when}.`;
}

function summaryOf(
  name: string,
  incident: Incident,
  damage: Damage,
  causes: readonly Suspect[],
  cards: readonly ExperimentCard[],
): string[] {
  const { startSeconds, secondsToRecover, secondsToDetect } = incident;
  const from = formatClock(startSeconds);
  const titles = [
    ...new Set(causes.map(({ experiment }) => cards.find(({ id }) => id === experiment)?.title ?? experiment)),
  ];
  return [
    secondsToRecover === null
      ? `From ${from} on, customers of ${name} were not served well; it was still open when the records end.`
      : `From ${from} to ${formatClock(startSeconds + secondsToRecover)} (${lasting(secondsToRecover)}), customers of ${name} were not served well.`,
    `Of ${whole(damage.offered)} requests that were measured meanwhile, ${whole(damage.bad)} failed, were answered wrongly or too late.`,
    secondsToDetect === null
      ? 'The team did not declare it.'
      : secondsToDetect === 0
        ? 'The team had declared it by the time it began.'
        : `The team declared it after ${lasting(secondsToDetect)}.`,
    titles.length === 0
      ? 'No experiment was under way when it began.'
      : `When it began, ${titles.length === 1 ? 'an experiment was' : 'experiments were'} under way: ${listed(titles.map((title) => `“${title}”`))}.`,
  ];
}

function figuresOf(
  { loss, refunds, firstAlarm, secondsToAlarm, secondsToRecover }: Incident,
  damage: Damage,
  roundSeconds: number,
): Figure[] {
  const { rounds, unchecked, offered, bad, failed, faulty, slow, worst, down } = damage;
  return [
    {
      label: 'Lasted',
      value: secondsToRecover === null ? 'still open when the records end' : lasting(secondsToRecover),
    },
    ...(firstAlarm === null || secondsToAlarm === null
      ? []
      : [{ label: 'First alarm', value: `${alarmName(firstAlarm.alarm)}, ${alarmAfter(secondsToAlarm)}` }]),
    { label: 'Requests not served well', value: `${whole(bad)} of ${whole(offered)}` },
    { label: 'Failed, wrong, slow', value: `${whole(failed)}, ${whole(faulty)}, ${whole(slow)}` },
    ...(rounds[0] === undefined
      ? []
      : [{ label: 'Traffic when it began', value: `${fixed(rounds[0].planned / roundSeconds, 1)} requests a second` }]),
    ...(worst === undefined ? [] : [{ label: 'Worst round', value: `${percent(servedShare(worst))} served well` }]),
    { label: 'Rounds', value: `${rounds.length}, ${down} of them down` },
    ...(unchecked === 0 ? [] : [{ label: 'Not measured', value: counted(unchecked, 'round', 'rounds') }]),
    { label: 'Points lost', value: points(loss) },
    {
      label: 'Given back',
      value: `${points(refunds.detection)} for detection, ${points(refunds.recovery)} for recovery`,
    },
  ];
}

const alarmAfter = (seconds: number): string => (seconds === 0 ? 'by the time it began' : `after ${lasting(seconds)}`);

/** Points with one decimal and thousands apart. */
const points = (value: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const verdictWords: Readonly<Record<HypothesisVerdict, string>> = {
  held: 'It held.',
  refuted: 'It did not hold.',
  pending: 'It is not known yet whether it held.',
  unclear: 'Nobody can tell whether it held: the team suffered before, or nothing was measured.',
  unstated: 'The records do not say.',
};

function causeOf(suspect: Suspect, outcomes: readonly ExperimentOutcome[], cards: readonly ExperimentCard[]): Cause {
  const { experiment, run, startedAtSeconds, endedAtSeconds } = suspect;
  const card = cards.find(({ id }) => id === experiment);
  const verdict = outcomes.find((outcome) => outcome.run === run)?.hypothesis;
  const until = endedAtSeconds === null ? 'still under way' : `until ${formatClock(endedAtSeconds)}`;
  const when = { label: 'When', value: `from ${formatClock(startedAtSeconds)}, ${until}` };
  if (card === undefined) return { title: experiment, details: [when] };
  return {
    title: `${card.title} (${experiment})`,
    details: [
      { label: 'Failure class', value: card.failureClass },
      { label: 'Target', value: card.kickOff.target },
      when,
      { label: 'Hypothesis', value: `${card.hypothesis}${verdict == null ? '' : ` ${verdictWords[verdict]}`}` },
      { label: 'Signals to look for', value: card.signals.join('; ') },
      { label: 'What rides it out', value: card.repair },
    ],
  };
}

function causeNotes({ suspects }: Incident, causes: readonly Suspect[]): string[] {
  const came = [...new Set(suspects.flatMap(({ role, experiment }) => (role === 'aggravation' ? [experiment] : [])))];
  return [
    causes.length === 0
      ? 'The records name no cause: look at traffic, capacity and what was changed before.'
      : 'Probable, not proven: it was under way in the first bad round. The fault showed a weakness; the weakness is the cause.',
    ...(causes.length > 1 ? ['More than one was under way; the one that came last stands first.'] : []),
    ...(came.length === 0 ? [] : [`Came later, while customers suffered already: ${listed(came)}.`]),
  ];
}

const effectWords: Readonly<Record<ExperimentOutcome['effect'], string>> = {
  none: 'did not get it',
  felt: 'felt it',
  'already suffering': 'suffered already',
  'rode out': 'rode it out',
  'unnoticed so far': 'noticed nothing so far',
  unmeasured: 'was not measured',
};

function comparison(
  { team }: Incident,
  [likeliest]: readonly Suspect[],
  outcomes: readonly ExperimentOutcome[],
): string {
  if (likeliest === undefined) return 'all incidents of other teams.';
  const { experiment } = likeliest;
  const others = outcomes.filter((each) => each.team !== team && each.experiment === experiment);
  const fared = Object.entries(effectWords).flatMap(([effect, words]) => {
    const count = others.filter((each) => each.effect === effect).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const how = fared.length === 0 ? '' : ` Others under it: ${fared.join(', ')}.`;
  return `incidents of other teams that ${experiment} most likely caused.${how}`;
}
