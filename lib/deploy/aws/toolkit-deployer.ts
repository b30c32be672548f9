import {
  BaseCredentials,
  BootstrapEnvironments,
  BootstrapStackParameters,
  DiffMethod,
  StackParameters,
  StackSelectionStrategy,
  Toolkit,
} from '@aws-cdk/toolkit-lib';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { bootstrapStackName, cdkQualifier } from '../../accounts/bootstrap-names';
import { StackFailure, type Deployer, type StackOutputs, type StackPreview } from '../deployer';
import { isMadeAnew } from '../made-anew';
import { missingResources } from '../missing-resources';
import type { DeployTarget } from '../target';
import type { Assembly } from './assembly';
import type { Credentials } from './credentials';
import { listResources, tryFindStack } from './stack-status';
import { listener } from './toolkit-host';

interface ToolkitDeployerProps {
  readonly assembly: Assembly;
  /**
   * What a team's stack begins as that is made anew: the good architecture. What spoils it comes as an update, because some weaknesses
   * only let stand what stands already.
   */
  readonly beginning: Assembly;
  readonly credentials: (target: DeployTarget) => Credentials;
  /** Values for parameters of the templates by name; what a template does not have is left out, and what is not named keeps its value. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Deploys with CDK's toolkit, one toolkit for each target, all from one assembly; and believes CloudFormation alone. */
export class ToolkitDeployer implements Deployer {
  private readonly known = new Map<string, Credentials>();

  constructor(private readonly props: ToolkitDeployerProps) {}

  async preview(target: DeployTarget): Promise<StackPreview> {
    const client = this.client(target);
    const stack = await tryFindStack(client, target.stackName);
    const bootstraps = (await tryFindStack(client, bootstrapStackName)) === undefined;
    if (stack === undefined || bootstraps) {
      const added = Object.keys(this.props.assembly.template(target.stackName).Resources).length;
      return { status: stack?.status, bootstraps, added, changed: 0, removed: 0 };
    }
    const toolkit = this.toolkit(target, () => undefined);
    const { assembly } = this.props;
    const differences = await toolkit.diff(await toolkit.fromAssemblyDirectory(assembly.folder), {
      stacks: selector(assembly, target),
      method: DiffMethod.TemplateOnly(),
    });
    const changes = Object.values(differences).flatMap(({ resources }) => Object.values(resources.changes));
    return {
      status: stack.status,
      bootstraps,
      added: changes.filter(({ isAddition }) => isAddition).length,
      changed: changes.filter(({ isUpdate }) => isUpdate).length,
      removed: changes.filter(({ isRemoval }) => isRemoval).length,
    };
  }

  async deploy(target: DeployTarget, say: (text: string) => void): Promise<StackOutputs> {
    const client = this.client(target);
    const host = listener(say);
    const toolkit = this.toolkit(target, say, host);
    try {
      if ((await tryFindStack(client, bootstrapStackName)) === undefined) {
        say('prepares the account for CDK');
        await toolkit.bootstrap(BootstrapEnvironments.fromList([`aws://${target.account}/${target.region}`]), {
          parameters: BootstrapStackParameters.withExisting({ qualifier: cdkQualifier }),
        });
      }
      say('begins');
      for (const assembly of await this.stepsTo(target, client)) await this.deployFrom(assembly, toolkit, target);
    } catch (cause) {
      const status = await tryFindStack(client, target.stackName).then(
        (stack) => stack?.status,
        () => undefined,
      );
      throw new StackFailure(`${target.stackName} was not deployed`, status, host.reasons, { cause });
    }
    say('asks CloudFormation');
    return this.verified(client, target);
  }

  private async stepsTo(target: DeployTarget, client: CloudFormationClient): Promise<readonly Assembly[]> {
    const { beginning, assembly } = this.props;
    if (target.kind !== 'team') return [assembly];
    const stack = await tryFindStack(client, target.stackName);
    return isMadeAnew(stack?.status) ? [beginning, assembly] : [assembly];
  }

  private async deployFrom(assembly: Assembly, toolkit: Toolkit, target: DeployTarget): Promise<void> {
    await toolkit.deploy(await toolkit.fromAssemblyDirectory(assembly.folder), {
      stacks: selector(assembly, target),
      parameters: StackParameters.withExisting(this.parametersOf(assembly, target)),
    });
  }

  private async verified(client: CloudFormationClient, target: DeployTarget): Promise<StackOutputs> {
    const stack = await tryFindStack(client, target.stackName);
    if (stack === undefined || !/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(stack.status)) {
      throw new StackFailure(`${target.stackName} is not there as its template says`, stack?.status, []);
    }
    const listed = await listResources(client, target.stackName);
    const missing = missingResources(this.props.assembly.template(target.stackName), listed);
    if (missing.length > 0)
      throw new StackFailure(`Not created although the stack is: ${missing.join(', ')}`, undefined, []);
    return stack.outputs;
  }

  private parametersOf(assembly: Assembly, { stackName }: DeployTarget): Record<string, string> {
    const known = Object.keys(assembly.template(stackName).Parameters ?? {});
    return Object.fromEntries(Object.entries(this.props.parameters).filter(([name]) => known.includes(name)));
  }

  private toolkit(target: DeployTarget, say: (text: string) => void, ioHost = listener(say)): Toolkit {
    return new Toolkit({
      ioHost,
      color: false,
      emojis: false,
      toolkitStackName: bootstrapStackName,
      sdkConfig: {
        baseCredentials: BaseCredentials.custom({ provider: this.credentials(target), region: target.region }),
      },
    });
  }

  private readonly client = (target: DeployTarget) =>
    new CloudFormationClient({ region: target.region, credentials: this.credentials(target) });

  private credentials(target: DeployTarget): Credentials {
    const credentials = this.known.get(target.account) ?? this.props.credentials(target);
    this.known.set(target.account, credentials);
    return credentials;
  }
}

const selector = (assembly: Assembly, { stackName }: DeployTarget) => ({
  strategy: StackSelectionStrategy.PATTERN_MUST_MATCH_SINGLE,
  patterns: [assembly.idOf(stackName)],
});
