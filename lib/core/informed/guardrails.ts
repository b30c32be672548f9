import { formatDuration } from '../event/durations';
import type { RunState } from '../experiments/runs';
import type { Attempt, GuardedDay, GuardrailName, Permission, Refused } from './attempt';
import { alarmThatEnds, cameFarEnough, checks, ownerApproved } from './checks';
import { isWithin } from './hours';
import type { Environment } from './informed';
import { kickOffRun, kickOffsOf, type KickOff } from './kick-offs';

/**
 * Whether an experiment may begin now. Pure, and the one way to begin: the desk asks before it orders, and whoever applies the fault asks
 * again. Everything that is not clearly allowed is refused, by the first guardrail that says no. An event without `informed` has no
 * environments, so nothing is allowed here.
 */
export function permission(day: GuardedDay, attempt: Attempt): Permission {
  const { informed } = day.event;
  const environment = informed?.environments.find(({ id }) => id === attempt.environment);
  if (informed === undefined || environment === undefined)
    return refused('environment', `the event has no environment "${attempt.environment}"`);
  const subject = { ...day, informed, environment, attempt };
  for (const [guardrail, check] of checks) {
    const reason = check(subject);
    if (reason !== undefined) return refused(guardrail, reason);
  }
  return { allowed: true };
}

/** Guardrails that an experiment passes or not whatever is voted: what they refuse is not on the ballot. */
const ballotGuardrails: readonly GuardrailName[] = ['owner-approval', 'life-cycle', 'duration', 'hours'];

/** Why an environment is not on the ballot of a kick-off; undefined when it is. */
export function offBallot(day: GuardedDay, kickOff: KickOff, environment: Environment): Refused | undefined {
  const { informed } = day.event;
  if (informed === undefined) return undefined;
  const attempt = attemptAt(kickOff, environment.id);
  for (const [guardrail, check] of checks) {
    if (!ballotGuardrails.includes(guardrail)) continue;
    const reason = check({ ...day, informed, environment, attempt });
    if (reason !== undefined) return refused(guardrail, reason);
  }
  return undefined;
}

/** What the desk would order of a kick-off in an environment. */
export const attemptAt = (
  { number, experiment, forSeconds }: Pick<KickOff, 'number' | 'experiment' | 'forSeconds'>,
  environment: string,
): Attempt => ({
  kickOff: number,
  experiment,
  environment,
  seconds: forSeconds,
  by: 'organizer',
  reach: 'later',
});

/** Why a run that is under way has to end now; undefined while it may go on. */
export function mustEnd(day: GuardedDay, run: Extract<RunState, { state: 'running' }>): Refused | undefined {
  const kickOff = kickOffsOf(day).find(({ number }) => kickOffRun(number, run.team) === run.run);
  const { informed } = day.event;
  const environment = informed?.environments.find(({ id }) => id === kickOff?.decision?.environment);
  if (informed === undefined || kickOff === undefined || environment === undefined)
    return refused('kick-off', 'it runs without having been kicked off');
  const attempt = attemptAt(kickOff, environment.id);
  const subject = { ...day, informed, environment, attempt };
  // By the calendar: a pause of the event spares no customer.
  const lasted = (day.now - run.startedAt) / 1000;
  const { hours, longestSeconds } = environment.guardrails;
  const ring = alarmThatEnds(subject);
  if (ring !== undefined) return refused('alarms', ring);
  if (lasted >= longestSeconds)
    return refused('duration', `nothing may last longer than ${formatDuration(longestSeconds)} in ${environment.name}`);
  if (hours !== undefined && !isWithin(hours, day.now, day.now))
    return refused('hours', `the allowed hours of ${environment.name} are over`);
  const withdrawn = ownerApproved(subject) ?? cameFarEnough(subject);
  return withdrawn === undefined ? undefined : refused('owner-approval', withdrawn);
}

const refused = (guardrail: GuardrailName, reason: string): Refused => ({ allowed: false, guardrail, reason });

/** `guardrail hours: …`, as it stands in the log. */
export const refusalText = ({ guardrail, reason }: Refused): string => `guardrail ${guardrail}: ${reason}`;
