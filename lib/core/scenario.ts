import type { Spike, TrafficPoint } from './event/event';
import type { ExperimentCard } from './experiments/experiment';
import type { FailureClass } from './experiments/failure-class';

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

/** What the catalogue of a scenario says, without any behaviour: everything here is data. */
export interface ScenarioCard {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly weaknesses: readonly WeaknessCard[];
  readonly experiments: readonly ExperimentCard[];
  readonly traffic: readonly TrafficPoint[];
  readonly spikes: readonly Spike[];
  /** What an event file may choose, by name, the scenario's own choice first. @default nothing */
  readonly options?: Readonly<Record<string, readonly [string, ...string[]]>>;
}
