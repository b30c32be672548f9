import type { Instant } from '../event/event';
import type { TeamIncidents } from './incident';
import type { Message } from './messages';
import type { ExperimentOutcome } from './outcomes';

const isPublic = (message: Message): boolean => message.kind !== 'updated' || message.audience === 'external';

/**
 * What the audience may know of what a team went through: no internal update, no alarm, and no experiment that is not over everywhere, which would
 * tell a team what it has to find out. The freeze is the fold's: give what was folded up to it.
 * @param over runs of which everybody may know, of `overEverywhere`
 */
export const incidentsForAudience = (
  teams: readonly TeamIncidents[],
  over: ReadonlyMap<string, Instant>,
): readonly TeamIncidents[] =>
  teams.map((each) => ({
    ...each,
    incidents: each.incidents.map((incident) => ({
      ...incident,
      firstAlarm: null,
      secondsToAlarm: null,
      messages: incident.messages.filter(isPublic),
      suspects: incident.suspects.filter(({ run }) => over.has(run)),
    })),
    falseAlarms: each.falseAlarms.map((alarm) => ({ ...alarm, messages: alarm.messages.filter(isPublic) })),
    unattached: each.unattached.filter(isPublic),
  }));

/** Outcomes that the audience may know of. @param over as of `incidentsForAudience` */
export const outcomesForAudience = (
  outcomes: readonly ExperimentOutcome[],
  over: ReadonlyMap<string, Instant>,
): readonly ExperimentOutcome[] => outcomes.filter(({ run }) => over.has(run));
