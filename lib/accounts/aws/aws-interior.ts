import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, IAMClient, NoSuchEntityException } from '@aws-sdk/client-iam';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { Credentials } from '../../deploy/aws/credentials';
import { targetCredentials } from '../../deploy/aws/credentials';
import type { Home } from '../../deploy/aws/home';
import { tryFindStack } from '../../deploy/aws/stack-status';
import { listener } from '../../deploy/aws/toolkit-host';
import { bootstrapStackName, cdkQualifier } from '../bootstrap-names';
import type { AccountInterior } from '../interior';
import type { Patience } from '../patience';
import { baselineStackName, organizationRole, pooledRoles } from '../role-names';
import { onceWarm } from './once-warm';
import { ensureStack } from './plain-stack';
import { tryFindQuota } from './quota';
import { systemPatience } from './system-patience';

interface AwsInteriorProps {
  /** Credentials of the management account, and the region of the event. */
  readonly management: Home;
  /** Account that deploys into the pool's. */
  readonly organizerAccount: string;
  /** Template of the baseline stack. */
  readonly baseline: string;
  readonly patience?: Patience;
}

/** CDK deploys what a team's stack needs, which includes roles: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const EXECUTION_POLICY = 'AdministratorAccess';

/** Inside the pool's accounts, through the role of AWS Organizations. */
export class AwsInterior implements AccountInterior {
  private readonly known = new Map<string, Credentials>();
  private readonly patience: Patience;

  constructor(private readonly props: AwsInteriorProps) {
    this.patience = props.patience ?? systemPatience;
  }

  async isOpen(account: string): Promise<boolean> {
    try {
      const { Account } = await new STSClient(this.options(account)).send(new GetCallerIdentityCommand({}));
      return Account === account;
    } catch (error) {
      if (error instanceof Error && /AccessDenied|InvalidClientTokenId/.test(error.name)) return false;
      throw error;
    }
  }

  async baseline(account: string): Promise<void> {
    const client = new CloudFormationClient(this.options(account));
    const stack = { name: baselineStackName, template: this.props.baseline };
    await onceWarm(() => ensureStack(client, stack, this.patience), this.patience);
  }

  async bootstrap(account: string): Promise<void> {
    const { region, partition } = this.props.management;
    // It takes a second to load, which whoever only looks should not have to wait for.
    const { BaseCredentials, BootstrapEnvironments, BootstrapStackParameters, Toolkit } =
      await import('@aws-cdk/toolkit-lib');
    const ioHost = listener(() => undefined);
    const toolkit = new Toolkit({
      ioHost,
      color: false,
      emojis: false,
      toolkitStackName: bootstrapStackName,
      sdkConfig: { baseCredentials: BaseCredentials.custom({ provider: this.credentials(account), region }) },
    });
    const parameters = BootstrapStackParameters.exactly({
      qualifier: cdkQualifier,
      trustedAccounts: [this.props.organizerAccount],
      cloudFormationExecutionPolicies: [`arn:${partition}:iam::aws:policy/${EXECUTION_POLICY}`],
    });
    const environments = BootstrapEnvironments.fromList([`aws://${account}/${region}`]);
    await onceWarm(() => toolkit.bootstrap(environments, { parameters }), this.patience);
  }

  async missing(account: string): Promise<readonly string[]> {
    const cloudFormation = new CloudFormationClient(this.options(account));
    const iam = new IAMClient(this.options(account));
    const missing: string[] = [];
    for (const name of [baselineStackName, bootstrapStackName]) {
      const status = (await tryFindStack(cloudFormation, name))?.status;
      if (status === undefined) missing.push(`the stack ${name}`);
      else if (!/^(CREATE|UPDATE)_COMPLETE$/.test(status)) missing.push(`the stack ${name}, which is ${status}`);
    }
    for (const role of pooledRoles) {
      // The observer comes with the team's stack.
      if (role !== 'observer' && !(await hasRole(iam, role))) missing.push(`the role gameday/${role}`);
    }
    return missing;
  }

  vcpuQuota(account: string): Promise<number | undefined> {
    return tryFindQuota(new ServiceQuotasClient(this.options(account)), vcpuQuota);
  }

  private options(account: string) {
    return { region: this.props.management.region, credentials: this.credentials(account) };
  }

  private credentials(account: string): Credentials {
    const { management } = this.props;
    const target = { account, region: management.region };
    const credentials = this.known.get(account) ?? targetCredentials(target, organizationRole, management);
    this.known.set(account, credentials);
    return credentials;
  }
}

/** Running on-demand standard instances, in vCPUs. https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html */
const vcpuQuota = { service: 'ec2', code: 'L-1216C47A' };

async function hasRole(iam: IAMClient, name: string): Promise<boolean> {
  try {
    await iam.send(new GetRoleCommand({ RoleName: name }));
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}
