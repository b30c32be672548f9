import { CfnOutput, RemovalPolicy, Tags } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { BuildArchitecture } from '../../lib/scenarios/scenario';
import { appAsset } from './app-asset';
import { appPort } from './boot';
import { Bookings } from './tiers/bookings';
import { Catalogue } from './tiers/catalogue';
import { Storefront } from './tiers/storefront';
import { tierTag, type TierProps } from './tiers/tier';

/** The rental market as it should have been built: nothing alone, nothing in one zone, everything checked and able to grow. */
export class RentalMarket extends Construct {
  /** By this a weakness knows what it is applied to. */
  readonly scenario = 'rental-market';
  readonly vpc: ec2.IVpc;
  readonly table: dynamodb.Table;
  readonly storefront: Storefront;
  readonly catalogue: Catalogue;
  readonly bookings: Bookings;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Public subnets only: a NAT gateway in each zone would cost more than the servers. Security groups keep the doors shut.
    // The casts to interfaces bridge optional properties, which CDK declares without `undefined`.
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 }],
    }) as ec2.IVpc;
    const signingKey = new Secret(this, 'SigningKey', {
      description: 'Signs prices, quotes and receipts; the organizer reads it to check answers',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    }) as ISecret;
    this.table = new dynamodb.Table(this, 'BookingsTable', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Tags.of(this.table).add(tierTag, 'bookings-table');

    const balancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', { vpc: this.vpc, internetFacing: true });
    const listener = balancer.addListener('Http', { port: 80 });
    const address = `http://${balancer.loadBalancerDnsName}`;
    const props: TierProps = { vpc: this.vpc, app: appAsset(this, 'App'), signingKey };

    this.storefront = new Storefront(this, 'Storefront', { ...props, catalogueUrl: address });
    this.catalogue = new Catalogue(this, 'Catalogue', props);
    this.bookings = new Bookings(this, 'Bookings', { ...props, table: this.table });
    listener.addTargetGroups('Storefront', { targetGroups: [this.storefront.targets] });
    listener.addTargetGroups('Catalogue', {
      targetGroups: [this.catalogue.targets],
      priority: 10,
      conditions: [elbv2.ListenerCondition.pathPatterns(['/catalogue/*'])],
    });
    listener.addTargetGroups('Bookings', {
      targetGroups: [this.bookings.targets],
      priority: 20,
      conditions: [elbv2.ListenerCondition.pathPatterns(['/bookings', '/bookings/*'])],
    });
    for (const tier of [this.storefront, this.catalogue, this.bookings]) {
      tier.connections.allowFrom(balancer, ec2.Port.tcp(appPort), 'Requests and health checks');
    }

    new CfnOutput(this, 'Address', { value: address, description: 'Where customers come in' });
    new CfnOutput(this, 'SigningKeyArn', { value: signingKey.secretArn, description: 'Read by the organizer' });
  }
}

export const build: BuildArchitecture = (scope) => new RentalMarket(scope, 'RentalMarket');
