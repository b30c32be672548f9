import { Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Team } from '../../core/event/event';
import { gameDayNamespace } from '../../aws/window-metrics';
import { MinuteProgram } from './minute-program';
import { allowObserving, publishMetrics } from './organizer-role';

interface ScorerProps {
  readonly eventId: string;
  /** Whose accounts it looks into: teams, or the environments that heroes share. */
  readonly places: readonly Pick<Team, 'account'>[];
  /** Folder with the bundled program as `index.js`. */
  readonly code: string;
}

/**
 * Room for a thousand teams' rounds of a day and their fold; more memory is also more CPU, which the fold is short of: this is one vCPU.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
const MEMORY_MIB = 1769;

/** The scorer: measurements into rounds, rounds into scores, scores onto the scoreboard. */
export class Scorer extends MinuteProgram {
  constructor(scope: Construct, id: string, { eventId, places, code }: ScorerProps) {
    super(scope, id, {
      eventId,
      program: 'scorer',
      description: 'Measurements into rounds, rounds into scores, scores onto the scoreboard',
      startedBy: 'Starts the scorer',
      code,
      memoryMib: MEMORY_MIB,
    });
    allowObserving(this.role, places);
    // Reading metrics knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }));
    this.role.addToPolicy(publishMetrics(gameDayNamespace));
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'cloudwatch:GetMetricData and PutMetricData know no resources; writing is limited to the namespace GameDay.',
    });
  }
}
