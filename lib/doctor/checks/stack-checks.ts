import type { StackPreview } from '../../deploy/deployer';
import type { DeployTarget } from '../../deploy/target';
import { green, notApplicable, red, type Check, type Finding } from '../check';
import type { Command } from '../command';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const HEALTHY = /^(CREATE|UPDATE|IMPORT)_COMPLETE$|^UPDATE_ROLLBACK_COMPLETE$/;

/** The account is prepared for CDK, its stack stands, and the template is the event's. @param hasBegun whether teams may have changed theirs */
export function stackChecks(
  target: DeployTarget,
  preview: (target: DeployTarget) => Promise<StackPreview>,
  hasBegun: () => Promise<boolean>,
  command: Command,
): readonly Check[] {
  const about = target.kind === 'team' ? { team: target.id } : {};
  // One look serves both.
  let looked: Promise<StackPreview> | undefined;
  const look = (): Promise<StackPreview> => (looked ??= preview(target));
  const deploy = command(`deploy ${target.kind === 'team' ? `--team ${target.id}` : '--organizer'}`);
  return [
    {
      ...about,
      name: 'bootstrap',
      look: async () =>
        (await look()).bootstraps
          ? red(`account ${target.account}, ${target.region} is not prepared for CDK`, deploy)
          : green('prepared for CDK'),
    },
    {
      ...about,
      name: 'stack',
      look: async () => stackFinding(target, await look(), deploy, await hasBegun()),
    },
  ];
}

function stackFinding(
  { stackName, kind }: DeployTarget,
  { status, added, changed, removed }: StackPreview,
  deploy: string,
  hasBegun: boolean,
): Finding {
  if (status === undefined) return red(`there is no stack ${stackName}`, deploy);
  if (kind === 'team' && hasBegun) return notApplicable('the event has begun: the stack is the team’s own');
  if (!HEALTHY.test(status)) return red(`the stack ${stackName} is ${status}`, deploy);
  const differing = added + changed + removed;
  if (differing > 0) return red(`${differing} resources of ${stackName} are not as the event’s template says`, deploy);
  return green(status);
}
