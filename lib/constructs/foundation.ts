import { CfnOutput, RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { appAsset } from './app-asset';
import { appPort } from './boot';
import type { Tier, TierProps } from './tier';

interface FoundationProps {
  /** Id of the scenario: by it a weakness knows what it is applied to. */
  readonly scenario: string;
  /** Path of the file that starts the program. */
  readonly entry: string;
  /** Names of further groups of subnets, beside `App`. @default none */
  readonly subnetGroups?: readonly string[];
}

/**
 * What the architecture of every scenario stands on: a network over two zones, the program, a signing key that is made in the
 * account, and one load balancer. Outputs say where customers come in and which key the organizer reads.
 */
export class Foundation extends Construct {
  readonly scenario: string;
  readonly tierProps: TierProps;
  /** Where customers, and tiers that call each other, come in. */
  protected readonly address: string;
  private readonly balancer: elbv2.ApplicationLoadBalancer;
  private readonly listener: elbv2.ApplicationListener;

  constructor(scope: Construct, id: string, props: FoundationProps) {
    super(scope, id);
    this.scenario = props.scenario;
    // Public subnets only: a NAT gateway in each zone would cost more than the servers. Security groups keep the doors shut.
    // Servers have subnets of their own, so that their routes can change without cutting customers off the load balancer.
    // The casts to interfaces bridge optional properties, which CDK declares without `undefined`.
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: ['Edge', 'App', ...(props.subnetGroups ?? [])].map((name) => ({
        name,
        subnetType: ec2.SubnetType.PUBLIC,
        cidrMask: 24,
      })),
    }) as ec2.IVpc;
    const signingKey = new Secret(this, 'SigningKey', {
      description: 'Signs what customers get; the organizer reads it to check answers',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    }) as ISecret;
    this.tierProps = {
      vpc,
      subnets: vpc.selectSubnets({ subnetGroupName: 'App' }).subnets,
      app: appAsset(this, 'App', props.entry),
      signingKey,
    };
    this.balancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc,
      internetFacing: true,
      vpcSubnets: { subnetGroupName: 'Edge' },
    });
    Validations.of(vpc).acknowledge({
      id: 'AwsSolutions-VPC7',
      reason: 'Flow logs cost money all day; participants may switch them on when they look for something.',
    });
    Validations.of(signingKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Lives for a day, and a key that changes in the middle of the game would make right answers wrong.',
    });
    Validations.of(this.balancer).acknowledge(
      { id: 'AwsSolutions-ELB2', reason: 'Access logs need a bucket; participants may switch them on.' },
      { id: 'AwsSolutions-EC23', reason: 'Customers come from anywhere: this is the front door.' },
    );
    this.listener = this.balancer.addListener('Http', { port: 80 });
    this.address = `http://${this.balancer.loadBalancerDnsName}`;
    this.tell('Address', this.address, 'Where customers come in');
    this.tell('SigningKeyArn', signingKey.secretArn, 'Read by the organizer');
  }

  /** An output under a name of its own, the same in every scenario: the organizer's programs read it. */
  private tell(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description }).overrideLogicalId(name);
  }

  /**
   * Sends requests to a tier and lets the load balancer in.
   *
   * @param rule which requests, and before which other rules (a lower priority comes first). @default all that no other rule takes
   */
  protected route(id: string, tier: Tier, rule?: { readonly paths: string[]; readonly priority: number }): void {
    this.listener.addTargetGroups(id, {
      targetGroups: [tier.targets],
      ...(rule && { priority: rule.priority, conditions: [elbv2.ListenerCondition.pathPatterns(rule.paths)] }),
    });
    tier.connections.allowFrom(this.balancer, ec2.Port.tcp(appPort), 'Requests and health checks');
  }
}
