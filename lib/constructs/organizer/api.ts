import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { pepperName } from '../../access/aws/pepper';
import { recordTable } from '../../accounts/aws/record-table';
import type { Team } from '../../core/event/event';
import { FunctionProgram } from './function-program';
import { allowEntering, allowObserving } from './organizer-role';

interface ApiProps {
  readonly eventId: string;
  readonly teams: readonly Team[];
  /** Folder with the bundled program as `index.js`, and the scenario's weaknesses and experiments as JSON. */
  readonly code: string;
}

/** One vCPU, which the fold is short of. https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEMORY_MIB = 1769;
/**
 * At once. An answer takes some 30 ms where records are known already, so these answer hundreds of requests a second: a hundred teams with open
 * pages. All of them busy for a whole hour, as under a flood, cost less than two dollars.
 */
const CONCURRENCY = 20;

/**
 * The API behind the pages. Its URL lets in nobody but CloudFront, which signs for the site (AWS_IAM): without that AWS refuses a request before
 * the function is asked, and it costs nothing. It reads the event's records and appends to the log; into the accounts of teams it gets through
 * the roles that are there for looking and for participants.
 */
export class Api extends FunctionProgram {
  readonly url: lambda.FunctionUrl;
  /** Whoever knows it is an organizer. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { eventId, teams, code }: ApiProps) {
    super(scope, id, {
      eventId,
      program: 'api',
      description: 'The API behind the pages of teams, organizers and the audience',
      code,
      memoryMib: MEMORY_MIB,
      // A test customer may wait for a hanging team; CloudFront waits as long.
      timeout: Duration.seconds(30),
      concurrency: CONCURRENCY,
    });
    this.url = this.function.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
    this.secret = new Secret(this, 'OrganizerSecret', {
      description: 'Whoever knows it organizes this GameDay in the control room',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Lives for an event; a rotation in the middle of the day would throw the organizers out.',
    });
    allowObserving(this.role, teams);
    allowEntering(this.role, teams);
    this.allowReading(eventId);
  }

  private allowReading(eventId: string): void {
    const { partition, region, account } = Stack.of(this);
    // Made by the command that gives codes, with an end of its own: https://docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html
    const pepper = `arn:${partition}:secretsmanager:${region}:${account}:secret:${pepperName(eventId)}-??????`;
    const pools = `arn:${partition}:dynamodb:${region}:${account}:table/${recordTable}`;
    const statements: readonly [action: string, resource: string][] = [
      ['secretsmanager:GetSecretValue', this.secret.secretArn],
      ['secretsmanager:GetSecretValue', pepper],
      ['dynamodb:Query', pools],
      // Heartbeats. Reading metrics knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
      ['cloudwatch:GetMetricData', '*'],
    ];
    for (const [action, resource] of statements) {
      this.role.addToPolicy(new iam.PolicyStatement({ actions: [action], resources: [resource] }));
    }
    this.setEnvironment('ORGANIZER_SECRET', this.secret.secretArn);
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'cloudwatch:GetMetricData knows no resources; it tells whether the load tasks live.',
    });
  }
}
