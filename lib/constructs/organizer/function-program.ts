import { RemovalPolicy, Validations, type Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { OrganizerProgram } from '../../accounts/role-names';
import type { EnvironmentName, Grantee } from './grantee';
import { organizerRole } from './organizer-role';

export interface FunctionProgramProps {
  readonly eventId: string;
  readonly program: OrganizerProgram;
  /** Of the function. */
  readonly description: string;
  /** Folder with the bundled program as `index.js`. */
  readonly code: string;
  readonly memoryMib: number;
  readonly timeout: Duration;
  /** How many may run at once: what it takes from the account, and the most that it can cost. */
  readonly concurrency: number;
}

/** A program of the organizer's that is a function, with its role and its log. */
export abstract class FunctionProgram extends Construct implements Grantee {
  readonly role: iam.Role;
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: FunctionProgramProps) {
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
      timeout: props.timeout,
      reservedConcurrentExecutions: props.concurrency,
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
    });
    Validations.of(this.function).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'Node 22 is what the load tasks run too, and what the tests prove.',
    });
  }

  setEnvironment(name: EnvironmentName, value: string): void {
    this.function.addEnvironment(name, value);
  }
}
