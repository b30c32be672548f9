import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Team } from '../../core/event/event';
import { startEveryMinute } from './every-minute';
import type { EnvironmentName, Grantee } from './grantee';
import { allowBreaking, organizerRole } from './organizer-role';

interface ConductorProps {
  readonly eventId: string;
  readonly teams: readonly Team[];
  /** Folder with the bundled program as `index.js` and the scenario's experiments as `experiments.json`. */
  readonly code: string;
}

/**
 * The conductor of experiments: a Lambda function that is started every minute and begins and ends what is due. Its role may assume the
 * fault role of the event's teams, and nothing else but read and write the log.
 */
export class Conductor extends Construct implements Grantee {
  readonly role: iam.Role;
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, { eventId, teams, code }: ConductorProps) {
    super(scope, id);
    this.role = organizerRole(this, eventId, 'conductor', 'lambda.amazonaws.com');
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(this.role);
    this.function = new lambda.Function(this, 'Function', {
      description: 'Experiments: begun, watched and ended in the accounts of the teams',
      code: lambda.Code.fromAsset(code),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      // It waits for AWS most of the time, for many accounts at once.
      memorySize: 1024,
      // FIS may take a while to stop what it began.
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
    startEveryMinute(this, this.function, 'Starts the conductor of experiments');
    allowBreaking(this.role, teams);
  }

  setEnvironment(name: EnvironmentName, value: string): void {
    this.function.addEnvironment(name, value);
  }
}
