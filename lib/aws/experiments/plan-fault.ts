import type { Refusal } from '../../core/experiments/executor';
import type { Fault } from '../../core/experiments/fault';
import { accessLost } from './faults/access-lost';
import { badDeployment } from './faults/bad-deployment';
import { consumerStop } from './faults/consumer-stop';
import { natLoss } from './faults/nat-loss';
import { tableThrottling } from './faults/table-throttling';
import { fisPlan } from './fis-plan';
import type { FaultPlan } from './plan';
import type { TeamStack } from './team-stack';

/** How a fault is applied to what stands in an account now, or why it cannot be. Changes nothing. */
export async function planFault(
  fault: Fault,
  seconds: number,
  stack: TeamStack,
  place: { readonly partition: string; readonly region: string },
): Promise<FaultPlan | Refusal> {
  switch (fault.kind) {
    case 'access-lost':
      return accessLost(stack, fault.tier);
    case 'bad-deployment':
      return badDeployment(stack, fault.tier);
    case 'consumer-stop':
      return consumerStop(stack, fault.tier);
    case 'nat-loss':
      return natLoss(stack);
    case 'table-throttling':
      return tableThrottling(stack, fault.table);
    default:
      return (
        (await fisPlan(fault, seconds, stack, place)) ?? {
          refused: `AWS has no action that does what "${fault.kind}" does`,
        }
      );
  }
}
