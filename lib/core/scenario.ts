import type { TrafficPoint, Spike } from './event/event';

/** From classified incidents: why things break. */
export const failureClasses = [
  'change and deployment',
  'capacity and traffic',
  'infrastructure and zone loss',
  'dependency',
  'data and synchronisation',
  'configuration and access',
  'observability',
  'people and process',
] as const;
export type FailureClass = (typeof failureClasses)[number];

/** A CloudFormation template, as far as this toolkit reads it. */
export interface Template {
  readonly Description?: string;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** A planted flaw of a scenario, in words. How it spoils the good stack is the mixin beside it. */
export interface WeaknessCard {
  readonly id: string;
  readonly title: string;
  readonly failureClass: FailureClass;
  /** What participants see when it bites. */
  readonly symptom: string;
  /** The traffic or the experiment that exposes it, in words. */
  readonly exposedBy: string;
  /** Three, from a nudge to nearly the answer; `costSeconds` is planned service. */
  readonly hints: readonly { readonly text: string; readonly costSeconds: number }[];
  /** The repair in words. */
  readonly repair: string;
}

/** A fault of an experiment, in the arena's and AWS's common words. Targets are tiers of the scenario. */
export type Fault =
  | { readonly kind: 'instance-stop'; readonly tier: string }
  | { readonly kind: 'instance-terminate'; readonly tier: string }
  | { readonly kind: 'task-stop'; readonly tier: string }
  | { readonly kind: 'zone-outage'; readonly zone: number }
  | { readonly kind: 'cpu-stress'; readonly tier: string; readonly load: number };

export interface ExperimentCard {
  readonly id: string;
  readonly title: string;
  readonly failureClass: FailureClass;
  readonly hypothesis: string;
  readonly fault: Fault;
  readonly durationSeconds: number;
}

/** What the catalogue of a scenario says, without any behaviour: everything here is data. */
export interface ScenarioCard {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly weaknesses: readonly WeaknessCard[];
  readonly experiments: readonly ExperimentCard[];
  readonly traffic: readonly TrafficPoint[];
  readonly spikes: readonly Spike[];
}
