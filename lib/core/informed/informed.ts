/** How close to customers an environment is, the safest first. */
export const environmentKinds = ['test', 'staging', 'production'] as const;
export type EnvironmentKind = (typeof environmentKinds)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** When experiments may run in an environment, on the clock of a place. */
export interface AllowedHours {
  readonly days: readonly Weekday[];
  /** Minutes after midnight; `from` is below `to`. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** IANA name, such as `Europe/Paris`. */
  readonly zone: string;
}

/** An alarm on what customers feel, which ends an experiment. */
export interface StopAlarm {
  /** ARN of the CloudWatch alarm, or a name that only a rehearsal knows. */
  readonly alarm: string;
  /** Share of steps served well, 0 to 1, below which a rehearsal's stand-in for the alarm goes off. */
  readonly below: number;
}

/** What of an environment may be hit: one resource, or all that carry a tag with this value. */
export type EnvironmentTarget = { readonly arn: string } | { readonly tag: string; readonly value: string };

/** The limits that an environment's owner sets. */
export interface Guardrails {
  /** Undefined: at any time. */
  readonly hours?: AllowedHours;
  /** Most that one experiment may hit. */
  readonly mostTargets: number;
  /** The same as a share of what runs in the environment, in percent. */
  readonly mostPercent: number;
  readonly stopOn: readonly StopAlarm[];
  readonly longestSeconds: number;
}

/** Where what the customers of an environment get is counted: they are the traffic, and nobody plans it. */
export interface Customers {
  /** ARNs of the application load balancers through which they come; what they count is added up. */
  readonly loadBalancers: readonly string[];
  /** ARNs of alarms whose changes are told beside those of the guardrails' alarms. */
  readonly alarms: readonly string[];
}

/** A place where experiments run: a system with customers of its own, or with none. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly kind: EnvironmentKind;
  readonly account: string;
  readonly region: string;
  /** Name of the person who answers for it. */
  readonly owner: string;
  readonly targets: readonly EnvironmentTarget[];
  /** Undefined: its rounds are measured by journeys alone. */
  readonly customers?: Customers;
  readonly guardrails: Guardrails;
}

/** Who keeps an informed event in control, by name. */
export interface ControlRoles {
  readonly gameMaster: string;
  readonly villainOnDuty: string;
  readonly customerImpactWatcher: string;
  readonly scribe: string;
}

/** Where heroes are told. A webhook's address is a secret and stands in no event file. */
export type ChatPlace =
  { readonly kind: 'terminal' } | { readonly kind: 'webhook' } | { readonly kind: 'slack'; readonly channel: string };

/**
 * What an event of the informed style has beyond one of the sandbox style. Its teams are the heroes, who share every environment; its
 * experiments are kick-offs in the order of the list, each at the instant at which it is told and the vote begins.
 */
export interface Informed {
  readonly environments: readonly Environment[];
  readonly roles: ControlRoles;
  /** Names of those who prepare experiments. */
  readonly villains: readonly string[];
  /** How long heroes vote, event seconds, and which environment is chosen when nobody does; undefined: the safest. */
  readonly vote: { readonly seconds: number; readonly otherwise?: string };
  readonly chat: ChatPlace;
}

/** The environments that a kick-off could choose among, the safest first; of one kind in the order of the event file. */
export const bySafety = <E extends Pick<Environment, 'kind'>>(environments: readonly E[]): readonly E[] =>
  environments.toSorted((a, b) => environmentKinds.indexOf(a.kind) - environmentKinds.indexOf(b.kind));

/** Whether rounds of the event come from what real customers get somewhere. */
export const measuresCustomers = ({ informed }: { readonly informed?: Informed }): boolean =>
  informed?.environments.some(({ customers }) => customers !== undefined) === true;

/** ARNs of all alarms of an environment whose changes are told, each once. */
export const watchedAlarms = ({
  customers,
  guardrails,
}: Pick<Environment, 'customers' | 'guardrails'>): readonly string[] =>
  [...new Set([...guardrails.stopOn.map(({ alarm }) => alarm), ...(customers?.alarms ?? [])])].filter((alarm) =>
    alarm.startsWith('arn:'),
  );

/** Everybody whom the event file names, each once. */
export function peopleOf({ environments, roles, villains }: Informed): readonly string[] {
  const { gameMaster, villainOnDuty, customerImpactWatcher, scribe } = roles;
  const owners = environments.map(({ owner }) => owner);
  return [...new Set([gameMaster, villainOnDuty, customerImpactWatcher, scribe, ...owners, ...villains])];
}
