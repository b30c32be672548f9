import { CliCredentialsStackSynthesizer, Stack, type App, type IStackSynthesizer } from 'aws-cdk-lib';
import type { IMixin } from 'constructs';
import { cdkQualifier } from '../accounts/bootstrap-names';
import { ExperimentTemplates } from '../constructs/experiment-templates';
import { ObserverRole } from '../constructs/observer-role';
import type { ScenarioOptions } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import { teamStackName } from '../core/team-stack';
import type { BuildArchitecture } from '../scenarios/scenario';
import { twoZones } from './two-zones';

interface TeamStackProps {
  readonly description: string;
  readonly build: BuildArchitecture;
  /** @default none, for scenarios that leave no choice */
  readonly options?: ScenarioOptions;
  /** What spoils the good architecture, applied in this order. @default none */
  readonly mixins?: readonly IMixin[];
  readonly deployment?: TeamDeployment;
  /** Experiments that stand in the stack as templates of AWS FIS. @default none */
  readonly templates?: readonly ExperimentCard[];
}

/** What an event adds to a scenario's stack. Nothing of it differs between teams but `target`, which is no part of the template. */
export interface TeamDeployment {
  readonly eventId: string;
  /** The organizer's account. @default a parameter that has to be given */
  readonly organizerAccount?: string;
  /** Id of the AWS organization that the organizer has to belong to. @default any or none */
  readonly organization?: string;
  /** Where this one is deployed to. @default wherever the credentials lead */
  readonly target?: { readonly account: string; readonly region?: string };
}

/**
 * What one team takes over. Holds no team's value and asks nothing of an account, so that every team's template is the same,
 * byte for byte, and can be synthesised without credentials.
 */
export class TeamStack extends Stack {
  constructor(scope: App, { description, build, options = {}, mixins, deployment, templates }: TeamStackProps) {
    super(scope, teamStackName, {
      description,
      // Deployed by the organizer's own credentials and no role of CDK's: a stack keeps the role that it was made with, and whoever may
      // update the stack acts by it. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
      // The cast bridges optional properties, which CDK declares without `undefined`.
      synthesizer: new CliCredentialsStackSynthesizer({ qualifier: cdkQualifier }) as IStackSynthesizer,
    });
    const architecture = build(this, options);
    // One by one: a mixin may remove what a later one would otherwise still visit.
    for (const mixin of mixins ?? []) architecture.with(mixin);
    new ObserverRole(this, 'Observer', {
      signingKey: architecture.tierProps.signingKey,
      ...(deployment && {
        organizer: {
          eventId: deployment.eventId,
          ...(deployment.organizerAccount !== undefined && { account: deployment.organizerAccount }),
          ...(deployment.organization !== undefined && { organization: deployment.organization }),
        },
      }),
    });
    if (templates !== undefined) new ExperimentTemplates(this, 'Experiments', templates);
    if (deployment?.target !== undefined) this.deployTo(deployment.target);
  }

  override get availabilityZones(): string[] {
    return twoZones();
  }

  /**
   * Tells `cdk deploy` which account to go to, and nothing else: with `env` in the stack's props CDK would write account and region
   * into the template, wherever it names the bucket of assets.
   */
  private deployTo({ account, region }: NonNullable<TeamDeployment['target']>): void {
    Object.defineProperty(this, 'environment', { value: `aws://${account}/${region ?? 'unknown-region'}` });
  }
}
