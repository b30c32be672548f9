import { Aws, CfnCondition, CfnParameter, Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { rolePath, type PooledRole } from '../accounts/role-names';

interface ObserverRoleProps {
  readonly signingKey: ISecret;
  /** What the parameters are when nobody gives them. @default they have to be given */
  readonly organizer?: { readonly account?: string; readonly organization?: string; readonly eventId: string };
}

/**
 * Lets the organizer look into a team's account: what runs there, what its load balancers counted, where customers come in and
 * with which key answers are signed. It can change nothing.
 *
 * Who may look is a parameter, equal for all teams, so that the template is the same for every organizer too.
 */
export class ObserverRole extends Construct {
  constructor(scope: Construct, id: string, { signingKey, organizer }: ObserverRoleProps) {
    super(scope, id);
    const account = new CfnParameter(scope, 'OrganizerAccount', {
      description: 'Account of the organizer’s stack, twelve digits',
      allowedPattern: '\\d{12}',
      ...(organizer?.account !== undefined && { default: organizer.account }),
    });
    const eventId = new CfnParameter(scope, 'EventId', {
      description: 'Id of the event, a part of the names of the organizer’s roles',
      allowedPattern: '[a-z0-9-]{1,64}',
      ...(organizer && { default: organizer.eventId }),
    });
    const organization = new CfnParameter(scope, 'Organization', {
      description: 'Id of the AWS organization that the organizer has to belong to; empty for none',
      allowedPattern: '(o-[a-z0-9]{10,32})?',
      default: organizer?.organization ?? '',
    });
    const belongs = new CfnCondition(scope, 'OrganizationIsKnown', {
      expression: Fn.conditionNot(Fn.conditionEquals(organization.valueAsString, '')),
    });
    const { partition, region } = Stack.of(this);
    const arn = `arn:${partition}:iam::${account.valueAsString}:role${rolePath}${eventId.valueAsString}`;
    const role = new iam.Role(this, 'Role', {
      path: rolePath,
      roleName: 'observer' satisfies PooledRole,
      description: 'The organizer of the GameDay looks at what runs here, and changes nothing',
      maxSessionDuration: Duration.hours(1),
      // The organizer's account, narrowed to roles by name: a role that is named as principal would have to exist already.
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
      assumedBy: new iam.AccountPrincipal(account.valueAsString).withConditions({
        ArnEquals: { 'aws:PrincipalArn': [`${arn}-scorer`, `${arn}-load`, `${arn}-api`] },
        StringEquals: Fn.conditionIf(
          belongs.logicalId,
          { 'aws:PrincipalOrgID': organization.valueAsString },
          Aws.NO_VALUE,
        ),
      }),
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: [...looking], resources: ['*'] }));
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['cloudformation:DescribeStacks'],
        resources: [
          `arn:${partition}:cloudformation:${region}:${Stack.of(this).account}:stack/${Stack.of(this).stackName}/*`,
        ],
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [signingKey.secretArn] }),
    );
    Validations.of(role).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Looking at what runs and what it counted, which knows no resources.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/Arena/*]',
        reason: 'This stack; the end of its ARN is known only after it was made.',
      },
    );
  }
}

/**
 * What has to be seen to price and to cross-check an account, and who changed it. None of it tells anything of customers or secrets, and most of it knows
 * no resources, so all of it is for all resources:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
const looking = [
  'cloudtrail:LookupEvents',
  'cloudwatch:GetMetricData',
  'dynamodb:DescribeTable',
  'dynamodb:ListTables',
  'ec2:DescribeAddresses',
  'ec2:DescribeInstances',
  'ec2:DescribeNatGateways',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVolumes',
  'ecs:DescribeTasks',
  'ecs:ListClusters',
  'ecs:ListTasks',
  'elasticloadbalancing:DescribeLoadBalancers',
] as const;
