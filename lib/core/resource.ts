/** What a task of Fargate runs on: Intel's and AMD's, or Graviton. */
export type Processor = 'x86' | 'arm';

/** What runs in a team's account and costs money, as an observer would list it. Zones are numbered from 0 in the order of the team's subnets. */
export type Resource =
  | {
      readonly kind: 'instance';
      readonly id: string;
      readonly type: string;
      readonly zone: number;
      readonly surplusCreditsPerHour: number;
    }
  /** What an instance that has stopped or gone still has to pay for CPU that it borrowed. `type` is its own. */
  | { readonly kind: 'surplus-credits'; readonly id: string; readonly type: string; readonly perHour: number }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly processor: Processor;
      readonly vcpu: number;
      readonly memoryGib: number;
      readonly zone: number;
    }
  | { readonly kind: 'load-balancer'; readonly id: string; readonly type: string }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly mode: 'provisioned';
      readonly readUnits: number;
      readonly writeUnits: number;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly mode: 'on-demand';
      readonly readsPerHour: number;
      readonly writesPerHour: number;
    }
  /** A broker of Amazon MQ, with all its nodes. */
  | { readonly kind: 'broker'; readonly id: string; readonly type: string; readonly nodes: number }
  | { readonly kind: 'volume'; readonly id: string; readonly type: string; readonly gib: number }
  | { readonly kind: 'nat-gateway'; readonly id: string }
  | { readonly kind: 'address'; readonly id: string };
