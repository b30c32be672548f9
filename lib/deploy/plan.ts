import { columns } from '../core/view/columns';
import type { Deployer, StackPreview } from './deployer';
import { explain, type Explanation } from './explain';
import { inPool } from './pool';
import type { DeployTarget } from './target';

/** What would happen to one target; one that cannot be looked at is deployed all the same, and fails for the same reason or not. */
export type PlannedTarget =
  | { readonly target: DeployTarget; readonly preview: StackPreview }
  | { readonly target: DeployTarget; readonly unseen: Explanation };

/** Looks at every target. Never rejects. */
export const planDeployment = (
  targets: readonly DeployTarget[],
  deployer: Pick<Deployer, 'preview'>,
  concurrency: number,
): Promise<PlannedTarget[]> =>
  inPool(targets, concurrency, async (target): Promise<PlannedTarget> => {
    try {
      return { target, preview: await deployer.preview(target) };
    } catch (error) {
      return { target, unseen: explain(target, error) };
    }
  });

/** A plan as text: which stacks into which accounts and regions, and what changes. */
export function planText(plan: readonly PlannedTarget[]): string {
  const rows = plan.map((planned) => {
    const { id, account, region, stackName } = planned.target;
    return [id, account, region, stackName, 'preview' in planned ? changeText(planned.preview) : 'cannot be looked at'];
  });
  const unseen = plan.flatMap((planned) =>
    'unseen' in planned ? [`${planned.target.id}: ${planned.unseen.message}\n  ${planned.unseen.next}\n`] : [],
  );
  return columns([['Who', 'Account', 'Region', 'Stack', 'What happens'], ...rows], [0, 1, 2, 3, 4]) + unseen.join('');
}

function changeText({ status, bootstraps, added, changed, removed }: StackPreview): string {
  const first = bootstraps ? 'prepares the account for CDK, then ' : '';
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
  if (status === undefined || status === 'REVIEW_IN_PROGRESS') return `${first}creates ${added} resources`;
  if (status === 'ROLLBACK_COMPLETE') return `${first}deletes what failed, then creates it anew`;
  if (added + changed + removed === 0) return `${first}changes nothing`;
  const parts = [
    ...(added > 0 ? [`adds ${added}`] : []),
    ...(changed > 0 ? [`changes ${changed}`] : []),
    ...(removed > 0 ? [`removes ${removed}`] : []),
  ];
  return `${first}${parts.join(', ')}${removed > 0 ? ' (removed resources lose their data)' : ''}`;
}
