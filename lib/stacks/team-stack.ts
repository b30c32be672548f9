import { DefaultStackSynthesizer, Fn, Stack, type App, type IStackSynthesizer } from 'aws-cdk-lib';
import type { IMixin } from 'constructs';
import type { BuildArchitecture } from '../scenarios/scenario';

interface TeamStackProps {
  readonly description: string;
  readonly build: BuildArchitecture;
  /** What spoils the good architecture, applied in this order. @default none */
  readonly mixins?: readonly IMixin[];
}

/**
 * What one team takes over. Holds no team's value and asks nothing of an account, so that every team's template is the same,
 * byte for byte, and can be synthesised without credentials.
 */
export class TeamStack extends Stack {
  constructor(scope: App, props: TeamStackProps) {
    // The id is part of logical ids: one id for all teams.
    super(scope, 'Arena', {
      description: props.description,
      // The cast bridges optional properties, which CDK declares without `undefined`.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
    });
    const architecture = props.build(this);
    // One by one: a mixin may remove what a later one would otherwise still visit.
    for (const mixin of props.mixins ?? []) architecture.with(mixin);
  }

  /** The first two zones of whatever region it is deployed to: looked up by CloudFormation, not at synthesis. */
  override get availabilityZones(): string[] {
    return [0, 1].map((zone) => Fn.select(zone, Fn.getAzs()));
  }
}
