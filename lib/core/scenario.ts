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

/**
 * A fault of an experiment, in the arena's and AWS's common words. A `tier` is one of the scenario's application, a `table` the role
 * of one; zones count from 0. Shares and loads are 0 to 1.
 */
export type Fault =
  /** One instance is stopped, and started again at the end. */
  | { readonly kind: 'instance-stop'; readonly tier: string }
  /** One instance is gone for good. */
  | { readonly kind: 'instance-terminate'; readonly tier: string }
  /** The operating system of one instance freezes: nothing answers, its status check fails, a reboot mends it. */
  | { readonly kind: 'instance-hang'; readonly tier: string }
  /** The hardware under one instance is lost: nothing answers, its system status check fails, another host mends it. */
  | { readonly kind: 'host-loss'; readonly tier: string }
  /** One task is stopped. */
  | { readonly kind: 'task-stop'; readonly tier: string }
  /** Everything in a zone is without power. */
  | { readonly kind: 'zone-outage'; readonly zone: number }
  /** No new instance or task can be launched in a zone. */
  | { readonly kind: 'capacity-error'; readonly zone: number }
  /** Another program takes a share of every vCPU of those that run now. */
  | { readonly kind: 'cpu-stress'; readonly tier: string; readonly load: number }
  /** Whatever those that run now send is late. */
  | { readonly kind: 'latency'; readonly tier: string; readonly addedMs: number }
  /** A share of the packets that those that run now send is lost. */
  | { readonly kind: 'packet-loss'; readonly tier: string; readonly share: number }
  /** The calls that a tier makes, to other tiers, tables and queues, take longer. */
  | { readonly kind: 'dependency-slow'; readonly tier: string; readonly addedMs: number }
  /** The calls that a tier makes fail at once. */
  | { readonly kind: 'dependency-down'; readonly tier: string }
  /** A revision whose program ends right after its start is deployed; what is left of it at the end is rolled back. */
  | { readonly kind: 'bad-deployment'; readonly tier: string }
  /** A share of a table's calls is throttled. */
  | { readonly kind: 'table-throttling'; readonly table: string; readonly share: number }
  /** The security groups that a tier has now let nobody in. */
  | { readonly kind: 'access-lost'; readonly tier: string }
  /** No NAT gateway works. */
  | { readonly kind: 'nat-loss' }
  /** A tier takes no more messages from its queue. */
  | { readonly kind: 'consumer-stop'; readonly tier: string };

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
