import { formatDuration } from '../event/durations';
import type { DatedEntry } from '../records/effective-log';
import { secondsAt } from '../time/timeline';
import type { DeskDay } from './desk';
import { ballotOf } from './desk';
import { offBallot } from './guardrails';
import { bySafety, type Environment } from './informed';
import { kickOffName, kickOffsOf, type KickOff } from './kick-offs';

/** What the desk tells in the chat. */
export interface DeskMessage {
  /** Unique in the event. */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Id of the message that it is a reply to. */
  readonly thread?: string;
  /** How many environments can be voted for by a reaction to it; absent when none can. */
  readonly choices?: number;
}

/**
 * Everything that is to stand in the chat by now, oldest first, in its newest wording. The same day always gives the same messages, so
 * that whoever posts needs to remember nothing but which of them are there.
 */
export function deskMessages(day: DeskDay): readonly DeskMessage[] {
  if (day.event.informed === undefined) return [];
  const kickOffs = kickOffsOf(day);
  const told = kickOffs.filter(({ toldAtSeconds }) => toldAtSeconds !== undefined);
  return [
    ...told.flatMap((kickOff) => kickOffMessages(day, kickOff)),
    ...day.entries.flatMap((dated) => incidentMessage(day, told, dated)),
    ...(day.phase === 'ended' || day.phase === 'closed' ? [farewell(day)] : []),
  ];
}

function kickOffMessages(day: DeskDay, kickOff: KickOff): DeskMessage[] {
  const thread = kickOffName(kickOff.number);
  const reply = (what: string, title: string, ...lines: string[]): DeskMessage => ({
    id: `${thread}-${what}`,
    title,
    lines,
    thread,
  });
  const { decision, calledOff } = kickOff;
  return [
    card(day, kickOff),
    ...(decision === undefined
      ? []
      : [reply('decided', `It runs in ${environmentName(day, decision.environment)}`, sentence(decision.reason))]),
    ...(calledOff === undefined
      ? []
      : [reply('called-off', 'Called off', `The guardrail ${calledOff.guardrail} says no: ${calledOff.reason}.`)]),
    ...runMessages(day, kickOff, reply),
  ];
}

function card(day: DeskDay, kickOff: KickOff): DeskMessage {
  const { number, experiment, forSeconds } = kickOff;
  const found = day.cards.find(({ id }) => id === experiment);
  const isVoting = kickOff.state === 'voting';
  return {
    id: kickOffName(number),
    title: `Kick-off ${number}: ${found?.title ?? experiment}`,
    lines: [
      found?.kickOff.story ?? '',
      `Target: ${found?.kickOff.target ?? 'unknown'}`,
      `Duration: ${formatDuration(forSeconds)}`,
      ...(isVoting ? voteLines(day, kickOff) : []),
      `Did you know? ${found?.kickOff.didYouKnow ?? ''}`,
      statusLine(day, kickOff),
      'Good luck!',
    ],
    ...(isVoting ? { choices: placesOf(day).length } : {}),
  };
}

/** The environments in the order of their reactions, whether they can be voted for or not: a number never changes its meaning. */
export const placesOf = ({ event }: Pick<DeskDay, 'event'>): readonly Environment[] =>
  bySafety(event.informed?.environments ?? []);

function voteLines(day: DeskDay, kickOff: KickOff): string[] {
  const ballot = ballotOf(day, kickOff);
  const { otherwise } = day.event.informed?.vote ?? {};
  const chosen = ballot.find(({ id }) => id === otherwise) ?? ballot[0];
  if (chosen === undefined) return ['There is nothing to vote for: no environment is ready for it.'];
  return [
    `Vote by a reaction where it runs; ${minutes((kickOff.votesUntilSeconds ?? 0) - day.eventSeconds)} left:`,
    ...placesOf(day).map((environment, index) => {
      const refusal = offBallot(day, kickOff, environment);
      return `${index + 1}  ${environment.name}${refusal === undefined ? '' : ` (not this time: ${refusal.reason})`}`;
    }),
    `No vote: it will be ${chosen.name}. A tie goes to the safer one.`,
  ];
}

function statusLine(day: DeskDay, kickOff: KickOff): string {
  const running = kickOff.runs.find((run) => run.state === 'running');
  switch (kickOff.state) {
    case 'planned':
    case 'voting':
      return 'It begins after the vote.';
    case 'waiting':
      return 'It waits for its start.';
    case 'ordered':
      return 'It is about to begin.';
    case 'running': {
      const endsSeconds = secondsAt(day.timeline, running?.startedAt ?? day.now) + kickOff.forSeconds;
      return `Running: ${minutes(endsSeconds - day.eventSeconds)} left.`;
    }
    case 'over':
      return 'It is over.';
  }
}

type Reply = (what: string, title: string, ...lines: string[]) => DeskMessage;

function runMessages(day: DeskDay, { number, experiment, forSeconds, runs }: KickOff, reply: Reply): DeskMessage[] {
  const found = day.cards.find(({ id }) => id === experiment);
  const refused = runs.find((run) => run.state === 'refused');
  const begun = runs.flatMap((run) => (run.state === 'running' || run.state === 'ended' ? [run] : []));
  if (begun.length === 0) {
    return refused?.state === 'refused' && !runs.some(({ state }) => state === 'ordered')
      ? [reply('refused', 'It could not begin', sentence(refused.reason))]
      : [];
  }
  const startedSeconds = Math.min(...begun.map(({ startedAt }) => secondsAt(day.timeline, startedAt)));
  const ends = begun.flatMap((run) => (run.state === 'ended' ? [run] : []));
  const isOver = ends.length === begun.length;
  const overSeconds = isOver ? Math.max(...ends.map(({ endedAt }) => secondsAt(day.timeline, endedAt))) : Infinity;
  const signals = found?.signals ?? [];
  const hints = signals.flatMap((signal, index) => {
    const atSeconds = startedSeconds + (forSeconds * (index + 1)) / (signals.length + 1);
    return atSeconds <= Math.min(day.eventSeconds, overSeconds)
      ? [reply(`hint-${index + 1}`, 'A hint', `Look for ${signal}.`)]
      : [];
  });
  const reason = endReason(
    day,
    runs.map(({ run }) => run),
  );
  return [
    reply('started', 'It has begun', `It ends by itself after ${formatDuration(forSeconds)}. Tell here what you see.`),
    ...hints,
    ...(isOver
      ? [
          reply(
            'ended',
            `Kick-off ${number} is over`,
            sentence(reason),
            `What makes an architecture ride it out: ${found?.repair ?? ''}`,
            'Thank you all. Write the post-mortem as you would for a real incident.',
          ),
        ]
      : []),
  ];
}

function endReason({ entries }: DeskDay, runs: readonly string[]): string {
  const reasons = entries.flatMap(({ entry }) =>
    entry.type === 'experiment-ended' && runs.includes(entry.run) ? [entry.reason] : [],
  );
  return [...new Set(reasons)].join('; ');
}

function incidentMessage(day: DeskDay, told: readonly KickOff[], { at, entry }: DatedEntry): DeskMessage[] {
  if (!('team' in entry)) return [];
  const team = day.event.teams.find(({ id }) => id === entry.team)?.name ?? '';
  const seconds = secondsAt(day.timeline, at);
  const current = told.findLast(({ toldAtSeconds }) => (toldAtSeconds ?? Infinity) <= seconds);
  const thread = current === undefined ? {} : { thread: kickOffName(current.number) };
  const message = (title: string, text?: string): DeskMessage[] => [
    { id: `incident-${entry.id}`, title, lines: text === undefined ? [] : [text], ...thread },
  ];
  switch (entry.type) {
    case 'incident-declared':
      return message(`${team} declares an incident`, entry.text);
    case 'incident-updated':
      return message(`${team}, ${entry.audience === 'external' ? 'to customers' : 'internally'}`, entry.text);
    case 'incident-resolved':
      return message(`${team} calls the incident resolved`);
    default:
      return [];
  }
}

const farewell = ({ event }: DeskDay): DeskMessage => ({
  id: 'farewell',
  title: `${event.name} is over`,
  lines: ['Thank you, villains and heroes. What did we learn, and who does what about it by when?'],
});

const environmentName = ({ event }: DeskDay, environment: string): string =>
  event.informed?.environments.find(({ id }) => id === environment)?.name ?? environment;

/** Whole minutes, so that a clock changes once a minute. */
const minutes = (seconds: number): string => formatDuration(Math.max(0, Math.ceil(seconds / 60) * 60));

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
