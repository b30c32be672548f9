import { Duration, RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Team } from '../../core/event/event';
import { gameDayNamespace } from '../../aws/window-metrics';
import { startEveryMinute } from './every-minute';
import type { EnvironmentName, Grantee } from './grantee';
import { allowObserving, organizerRole, publishMetrics } from './organizer-role';

interface ScorerProps {
  readonly eventId: string;
  readonly teams: readonly Team[];
  /** Folder with the bundled program as `index.js`. */
  readonly code: string;
}

/** Room for a thousand teams' rounds of a day and their fold; more memory is also more CPU, which the fold is short of. */
const MEMORY = Size.mebibytes(1769);

/**
 * The scorer: a Lambda function that is started every minute and does all that is due. It may be killed, run late or run twice,
 * so nothing here tries again: the next minute does.
 */
export class Scorer extends Construct implements Grantee {
  readonly role: iam.Role;
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: ScorerProps) {
    super(scope, id);
    this.role = organizerRole(this, props.eventId, 'scorer', 'lambda.amazonaws.com');
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(this.role);
    this.function = new lambda.Function(this, 'Function', {
      description: 'Measurements into rounds, rounds into scores, scores onto the scoreboard',
      code: lambda.Code.fromAsset(props.code),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      // One vCPU: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
      memorySize: MEMORY.toMebibytes(),
      // A tick takes seconds; catching up after an outage of hours may take longer than the minute between two ticks.
      timeout: Duration.minutes(3),
      // Two at once would be right but would do everything twice.
      reservedConcurrentExecutions: 1,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
    });
    Validations.of(this.function).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'Node 22 is what the load tasks run too, and what the tests prove.',
    });
    startEveryMinute(this, this.function, 'Starts the scorer');
    allowObserving(this.role, props.teams);
    // Reading metrics knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }));
    this.role.addToPolicy(publishMetrics(gameDayNamespace));
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'cloudwatch:GetMetricData and PutMetricData know no resources; writing is limited to the namespace GameDay.',
    });
  }

  setEnvironment(name: EnvironmentName, value: string): void {
    this.function.addEnvironment(name, value);
  }
}
