import type { AllowedHours, Informed } from '../informed/informed';
import { formatDuration } from './durations';
import type { EventFile } from './event-schema';

/** The section `informed:` as the event file has it. */
export const informedForm = ({
  environments,
  roles,
  villains,
  vote,
  chat,
}: Informed): NonNullable<EventFile['informed']> => ({
  environments: environments.map(({ guardrails, targets, customers, ...environment }) => ({
    ...environment,
    targets: [...targets],
    ...(customers === undefined
      ? {}
      : { customers: { loadBalancers: [...customers.loadBalancers], alarms: [...customers.alarms] } }),
    guardrails: {
      ...(guardrails.hours === undefined ? {} : { hours: hoursForm(guardrails.hours) }),
      mostTargets: guardrails.mostTargets,
      mostPercent: guardrails.mostPercent,
      stopOn: [...guardrails.stopOn],
      longest: formatDuration(guardrails.longestSeconds),
    },
  })),
  roles,
  villains: [...villains],
  vote: {
    for: formatDuration(vote.seconds),
    ...(vote.otherwise === undefined ? {} : { otherwise: vote.otherwise }),
  },
  chat,
});

const hoursForm = ({ days, fromMinutes, toMinutes, zone }: AllowedHours) => ({
  days: [...days],
  from: clockText(fromMinutes),
  to: clockText(toMinutes),
  zone,
});

/** `09:30` */
const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
