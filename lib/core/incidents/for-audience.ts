import type { TeamIncidents } from './incident';
import type { Message } from './messages';
import type { ExperimentOutcome } from './outcomes';

const isPublic = (message: Message): boolean => message.kind !== 'updated' || message.audience === 'external';

/**
 * What the audience may know of what a team went through: no internal update, and no experiment before it has ended, which would tell a
 * team what it has to find out. The freeze is the fold's: give what was folded up to it.
 */
export const incidentsForAudience = (teams: readonly TeamIncidents[]): readonly TeamIncidents[] =>
  teams.map((each) => ({
    ...each,
    incidents: each.incidents.map((incident) => ({
      ...incident,
      messages: incident.messages.filter(isPublic),
      suspects: incident.suspects.filter(({ endedAtSeconds }) => endedAtSeconds !== null),
    })),
    falseAlarms: each.falseAlarms.map((alarm) => ({ ...alarm, messages: alarm.messages.filter(isPublic) })),
    unattached: each.unattached.filter(isPublic),
  }));

/** Outcomes that the audience may know of. */
export const outcomesForAudience = (outcomes: readonly ExperimentOutcome[]): readonly ExperimentOutcome[] =>
  outcomes.filter(({ state }) => state === 'ended');
