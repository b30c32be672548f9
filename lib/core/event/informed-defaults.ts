import type { AllowedHours, Environment, Informed } from '../informed/informed';
import { requiredSeconds } from './durations';
import type { EventFile } from './event-schema';

type InformedSection = NonNullable<EventFile['informed']>;
type EnvironmentSection = InformedSection['environments'][number];

/** The section `informed:` with durations in seconds. @param file a section without mistakes */
export function filledInformed({ environments, roles, villains, vote, chat }: InformedSection): Informed {
  const { for: length, otherwise } = vote;
  return {
    environments: environments.map(filledEnvironment),
    roles,
    villains,
    vote: { seconds: requiredSeconds(length), ...(otherwise === undefined ? {} : { otherwise }) },
    chat,
  };
}

function filledEnvironment({ guardrails, customers, ...environment }: EnvironmentSection): Environment {
  const { hours, longest, ...limits } = guardrails;
  return {
    ...environment,
    ...(customers === undefined ? {} : { customers }),
    guardrails: {
      ...limits,
      ...(hours === undefined ? {} : { hours: allowedHours(hours) }),
      longestSeconds: requiredSeconds(longest),
    },
  };
}

const allowedHours = ({
  days,
  from,
  to,
  zone,
}: NonNullable<EnvironmentSection['guardrails']['hours']>): AllowedHours => ({
  days,
  fromMinutes: minutesOf(from),
  toMinutes: minutesOf(to),
  zone,
});

/** @param clock such as `09:30` */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
