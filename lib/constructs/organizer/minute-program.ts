import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { OrganizerProgram } from '../../accounts/role-names';
import { startEveryMinute } from './every-minute';
import type { EnvironmentName, Grantee } from './grantee';
import { organizerRole } from './organizer-role';

interface MinuteProgramProps {
  readonly eventId: string;
  readonly program: OrganizerProgram;
  /** Of the function. */
  readonly description: string;
  /** Of what starts it. */
  readonly startedBy: string;
  /** Folder with the bundled program as `index.js`. */
  readonly code: string;
  readonly memoryMib: number;
}

/**
 * A program of the organizer's that is started every minute and does all that is due. It may be killed, run late or run twice, so
 * nothing here tries again: the next minute does.
 */
export abstract class MinuteProgram extends Construct implements Grantee {
  readonly role: iam.Role;
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: MinuteProgramProps) {
    super(scope, id);
    this.role = organizerRole(this, props.eventId, props.program, 'lambda.amazonaws.com');
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(this.role);
    this.function = new lambda.Function(this, 'Function', {
      description: props.description,
      code: lambda.Code.fromAsset(props.code),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memoryMib,
      // A step takes seconds; catching up after an outage, or FIS that is slow to stop, may take longer than the minute between two.
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
    startEveryMinute(this, this.function, props.startedBy);
  }

  setEnvironment(name: EnvironmentName, value: string): void {
    this.function.addEnvironment(name, value);
  }
}
