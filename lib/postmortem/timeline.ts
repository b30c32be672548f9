import { formatClock } from '../core/event/durations';
import type { GameDayEvent } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { Game } from '../core/game';
import { alarmName, alarmsOf, type AlarmMoment } from '../core/incidents/alarms';
import type { Incident } from '../core/incidents/incident';
import type { Message } from '../core/incidents/messages';
import { offeredSteps } from '../core/score/service';
import type { CheckedRound } from '../core/score/team-rounds';
import { secondsAt, timelineOf } from '../core/time/timeline';
import type { Damage } from './damage';
import { servedShare } from './damage';
import { lasting, percent } from './words';

/** Something that happened, at an instant of event time. */
export interface TimelineItem {
  readonly atSeconds: number;
  readonly kind:
    | 'fault'
    | 'impact'
    | 'alarm'
    | 'declared'
    | 'update'
    | 'resolved'
    | 'repair'
    | 'recovered'
    | 'traffic'
    | 'organizers';
  readonly text: string;
  /** Somebody's own words; null when nobody said anything. */
  readonly quote: string | null;
}

/** What a timeline is made of. */
export interface Told {
  readonly event: GameDayEvent;
  readonly game: Game;
  readonly incident: Incident;
  readonly damage: Damage;
  readonly cards: readonly ExperimentCard[];
}

/** What happened around an incident, in order of instants; at one instant what may be a cause comes before its effect. */
export function timelineItems(told: Told): readonly TimelineItem[] {
  const items = [
    ...faultItems(told),
    ...spikeItems(told),
    ...alarmItems(told),
    ...logItems(told),
    ...impactItems(told),
    ...told.incident.messages.map((message) => messageItem(message, told.event)),
  ];
  return items.sort((a, b) => a.atSeconds - b.atSeconds);
}

const item = (
  atSeconds: number,
  kind: TimelineItem['kind'],
  text: string,
  quote: string | null = null,
): TimelineItem => ({ atSeconds, kind, text, quote });

const faultItems = ({ incident, cards }: Told): TimelineItem[] =>
  incident.suspects.flatMap(({ experiment, startedAtSeconds, endedAtSeconds }) => {
    const card = cards.find(({ id }) => id === experiment);
    const name = card === undefined ? experiment : `${card.title} (${experiment})`;
    const target = card === undefined ? '' : `, target: ${card.kickOff.target}`;
    return [
      item(startedAtSeconds, 'fault', `Fault: ${name}${target}`),
      ...(endedAtSeconds === null ? [] : [item(endedAtSeconds, 'fault', `Fault taken back: ${name}`)]),
    ];
  });

const spikeItems = ({ event, incident }: Told): TimelineItem[] =>
  event.spikes.flatMap(({ atSeconds, forSeconds, times }) =>
    [
      item(atSeconds, 'traffic', `Planned spike: ${times} times the traffic, for ${lasting(forSeconds)}`),
      item(atSeconds + forSeconds, 'traffic', 'End of the planned spike'),
    ].filter((each) => isAround(each.atSeconds, incident, event)),
  );

const alarmWords: Readonly<Record<AlarmMoment['state'], string>> = {
  alarm: 'rang',
  ok: 'went back to OK',
  'insufficient-data': 'had no data',
};

const alarmItems = ({ event, game, incident }: Told): TimelineItem[] =>
  alarmsOf(event, game.entries, timelineOf(event, game.entries), incident.team)
    .filter(({ atSeconds }) => isAround(atSeconds, incident, event))
    .map(({ alarm, atSeconds, state }) => item(atSeconds, 'alarm', `Alarm ${alarmName(alarm)} ${alarmWords[state]}`));

function impactItems({ event, incident, damage }: Told): TimelineItem[] {
  const { roundSeconds } = event;
  const [first] = damage.rounds;
  const { worst } = damage;
  const ended = incident.endSeconds;
  return [
    ...(first === undefined ? [] : [item(incident.startSeconds, 'impact', firstRoundText(first, roundSeconds))]),
    ...(worst === undefined || worst === first
      ? []
      : [item(worst.round * roundSeconds, 'impact', `Worst round: ${percent(servedShare(worst))} served well`)]),
    ...(ended === null
      ? []
      : [item(ended, 'recovered', 'Customers are served well again: the first of two good rounds in a row')]),
  ];
}

/** Requests are counted by the round, so that is how exactly anybody can tell when the first one failed. */
function firstRoundText(first: CheckedRound, roundSeconds: number): string {
  const { failed, faulty, slow } = first.measurement;
  const worst = failed > 0 ? 'failed request' : faulty > 0 ? 'wrong answer' : 'slow answer';
  const ends = formatClock((first.round + 1) * roundSeconds);
  return (
    `First bad round, up to ${ends}, in which the first ${worst} lies: of ${offeredSteps(first.measurement)} requests ` +
    `${failed} failed, ${faulty} were answered wrongly, ${slow} slowly; ${percent(servedShare(first))} served well`
  );
}

function messageItem(message: Message, event: GameDayEvent): TimelineItem {
  const by = authorOf(message.by, event);
  const { atSeconds } = message;
  switch (message.kind) {
    case 'declared':
      return item(atSeconds, 'declared', `Incident declared by ${by}`, message.text);
    case 'updated':
      return item(
        atSeconds,
        'update',
        `${message.audience === 'external' ? 'Told to customers' : 'Told internally'} by ${by}`,
        message.text,
      );
    case 'resolved':
      return item(atSeconds, 'resolved', `Called resolved by ${by}`);
  }
}

function authorOf(by: string, { teams }: GameDayEvent): string {
  const [kind, id] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)];
  if (kind === 'team') return teams.find((team) => team.id === id)?.name ?? id;
  return by === 'organizer' ? 'the organizers' : by;
}

/** Rounds before and after an incident of which is told what belongs to nobody's words. */
const ROUNDS_AROUND = 2;

function isAround(seconds: number, { startSeconds, endSeconds }: Incident, { roundSeconds }: GameDayEvent): boolean {
  const reach = ROUNDS_AROUND * roundSeconds;
  return seconds >= startSeconds - reach && seconds <= (endSeconds ?? Infinity) + reach;
}

/** Repairs, hints, announcements and changes of traffic from shortly before the incident until shortly after it. */
function logItems({ event, game, incident }: Told): TimelineItem[] {
  const timeline = timelineOf(event, game.entries);
  const titleOf = (weakness: string): string => event.weaknesses.find(({ id }) => id === weakness)?.title ?? weakness;
  return game.entries.flatMap(({ at, entry }): TimelineItem[] => {
    const atSeconds = secondsAt(timeline, at);
    if (!isAround(atSeconds, incident, event)) return [];
    if (entry.type === 'announced') return [item(atSeconds, 'organizers', 'Announced to everybody', entry.text)];
    if (entry.type === 'traffic' && (entry.team ?? incident.team) === incident.team)
      return [item(atSeconds, 'traffic', `Traffic set to ${entry.factor} times the plan`)];
    if (!('team' in entry) || entry.team !== incident.team) return [];
    if (entry.type === 'repaired') return [item(atSeconds, 'repair', `Repair seen: ${titleOf(entry.weakness)}`)];
    if (entry.type === 'hint')
      return [item(atSeconds, 'organizers', `Hint ${entry.level} taken: ${titleOf(entry.weakness)}`)];
    return [];
  });
}
