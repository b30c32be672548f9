import type { Target } from '../../core/experiments/executor';
import type { FisAction } from './fis-actions';
import type { RevertCall } from './revert-call';

/** How a fault is applied to an account, with everything that it hits found. */
export type FaultPlan =
  /** By AWS Fault Injection Service, which takes it back by itself. */
  | {
      readonly by: 'fis';
      readonly targets: readonly Target[];
      readonly action: FisAction;
      readonly arns: readonly string[];
      /** ARNs of alarms at which FIS ends it. @default none */
      readonly stopAlarms?: readonly string[];
    }
  /** By calls of our own. `reverts` are scheduled in the account before `apply` is called. */
  | {
      readonly by: 'calls';
      readonly targets: readonly Target[];
      readonly reverts: readonly RevertCall[];
      /** May be repeated. @param run marks what the fault makes */
      apply(run: string): Promise<void>;
    };
