import { formatDuration } from '../event/durations';
import { experimentVersion } from '../experiments/version';
import { knownAlarms } from './alarms';
import type { Check, GuardrailName, Subject } from './attempt';
import { isWithin } from './hours';
import { peopleOf } from './informed';
import { kickOffsOf } from './kick-offs';
import { isFarEnough, isOpened, lifeCycleOf, lifeWords, neededState } from './life-cycle';
import { personOf } from './people';

function isDecided({ attempt, ...day }: Subject): string | undefined {
  const kickOff = kickOffsOf(day).find(({ number }) => number === attempt.kickOff);
  if (kickOff?.experiment !== attempt.experiment) return 'experiments of an informed event begin by their kick-off';
  if (kickOff.calledOff !== undefined) return `kick-off ${attempt.kickOff} was called off`;
  if (kickOff.decision?.environment === attempt.environment) return undefined;
  return `nobody decided that kick-off ${attempt.kickOff} runs in ${attempt.environment}`;
}

function mayStart({ attempt, informed }: Subject): string | undefined {
  const person = personOf(attempt);
  if (attempt.by === 'organizer' || (person !== undefined && peopleOf(informed).includes(person))) return undefined;
  return `${attempt.by} may not begin an experiment`;
}

const eventRuns: Check = ({ phase }) => (phase === 'running' ? undefined : `the event is ${phase}`);

/** Whether the owner has opened the environment to it, and has not withdrawn that. */
export const ownerApproved: Check = ({ informed, entries, environment, attempt }) =>
  isOpened(informed, entries, environment.id, attempt.experiment)
    ? undefined
    : `${environment.owner} has not approved experiments in ${environment.name}`;

/** Whether it has come as far in its life as the environment asks. */
export function cameFarEnough({ informed, entries, cards, environment, attempt }: Subject): string | undefined {
  const card = cards.find(({ id }) => id === attempt.experiment);
  if (card === undefined) return `the scenario has no experiment "${attempt.experiment}"`;
  const needed = neededState[environment.kind];
  const life = lifeCycleOf(informed, entries, card.id, experimentVersion(card));
  if (isFarEnough(environment, life)) return undefined;
  const whose = needed === 'approved' ? ` for ${environment.name} by ${environment.owner}` : '';
  return `${card.id}, as it is now, has to be ${needed}${whose} and is ${lifeWords(life.state)}`;
}

const isShortEnough: Check = ({ environment: { name, guardrails }, attempt: { seconds } }) =>
  seconds > 0 && seconds <= guardrails.longestSeconds
    ? undefined
    : `${formatDuration(seconds)} is longer than the ${formatDuration(guardrails.longestSeconds)} that ${name} allows`;

const isInHours: Check = ({ environment: { name, guardrails }, attempt: { seconds }, now }) =>
  guardrails.hours === undefined || isWithin(guardrails.hours, now, now + seconds * 1000)
    ? undefined
    : `it would not lie within the allowed hours of ${name}`;

function isAlone({ attempt, ...day }: Subject): string | undefined {
  const other = kickOffsOf(day).find(
    ({ number, state }) => number !== attempt.kickOff && (state === 'running' || state === 'ordered'),
  );
  return other === undefined ? undefined : `kick-off ${other.number} is still under way, and only one may be`;
}

function alarmsAreQuiet(subject: Subject): string | undefined {
  const loud = loudAlarm(subject);
  if (loud !== undefined) return loud;
  const { name, guardrails } = subject.environment;
  const states = knownAlarms(subject);
  const unknown = guardrails.stopOn.find(({ alarm }) => !states.has(alarm));
  return unknown === undefined ? emptyAlarm(subject) : `nobody has heard of the alarm ${unknown.alarm} of ${name} yet`;
}

/** The alarm at which a running experiment ends, in words: one that is on, or one in production that nobody can tell the state of. */
export const alarmThatEnds = (subject: Pick<Subject, 'environment' | 'entries'>): string | undefined =>
  loudAlarm(subject) ?? emptyAlarm(subject);

/** An alarm of production that could not end anything, in words; one that cannot be read has no data either. */
function emptyAlarm({ environment: { kind, guardrails }, entries }: Pick<Subject, 'environment' | 'entries'>) {
  if (kind !== 'production') return undefined;
  const states = knownAlarms({ entries });
  const empty = guardrails.stopOn.find(
    ({ alarm }) => (states.get(alarm) ?? 'insufficient-data') === 'insufficient-data',
  );
  if (empty === undefined) return undefined;
  return `the alarm ${empty.alarm} has no data, so that it could not end anything: let it treat missing data as good`;
}

/** The alarm that is on, in words. */
function loudAlarm(subject: Pick<Subject, 'environment' | 'entries'>): string | undefined {
  const states = knownAlarms(subject);
  const loud = subject.environment.guardrails.stopOn.find(({ alarm }) => states.get(alarm) === 'alarm');
  return loud === undefined ? undefined : `the alarm ${loud.alarm} of ${subject.environment.name} is on`;
}

function twoAgreed(subject: Subject): string | undefined {
  const { environment } = subject;
  if (environment.kind !== 'production') return undefined;
  const agreed = agreedOf(subject);
  if (agreed.length >= 2) return undefined;
  const who = agreed.length === 0 ? 'nobody has' : `only ${agreed.join()} has`;
  return `two persons have to agree to a start in ${environment.name}, and ${who}`;
}

/** Names of those who agreed, each once, that the kick-off begins where it was decided to: nobody agrees to what is not told yet. */
function agreedOf({ attempt: { kickOff, environment }, informed, ...day }: Subject): readonly string[] {
  const people = new Set(peopleOf(informed));
  const decidedAt = kickOffsOf(day).find(({ number }) => number === kickOff)?.decision?.at ?? Infinity;
  const agreed = day.entries.flatMap(({ at, entry }) => {
    if (entry.type !== 'agreed' || entry.kickOff !== kickOff || entry.environment !== environment) return [];
    const person = personOf(entry);
    return at >= decidedAt && person !== undefined && people.has(person) ? [person] : [];
  });
  return [...new Set(agreed)];
}

function hitsFewEnough({ environment: { name, guardrails }, attempt: { reach } }: Subject): string | undefined {
  if (reach === 'later') return undefined;
  const { mostTargets, mostPercent } = guardrails;
  if (!(reach.hits > 0)) return `there is nothing to hit in ${name}`;
  if (reach.hits > mostTargets) return `it would hit ${reach.hits}, and ${name} allows ${mostTargets}`;
  const percent = (100 * reach.hits) / reach.of;
  if (percent <= mostPercent) return undefined;
  return `it would hit ${reach.hits} of ${reach.of}, and ${name} allows ${mostPercent} %`;
}

/** In this order an attempt is looked at: first what no time mends. */
export const checks: readonly (readonly [GuardrailName, Check])[] = [
  ['kick-off', isDecided],
  ['who', mayStart],
  ['event-runs', eventRuns],
  ['owner-approval', ownerApproved],
  ['life-cycle', cameFarEnough],
  ['duration', isShortEnough],
  ['hours', isInHours],
  ['one-at-a-time', isAlone],
  ['alarms', alarmsAreQuiet],
  ['two-persons', twoAgreed],
  ['targets', hitsFewEnough],
];
