import { RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { Foundation } from '../../lib/constructs/foundation';
import { ScalingTier } from '../../lib/constructs/scaling-tier';
import { tierTag } from '../../lib/constructs/tier';
import type { BuildArchitecture } from '../../lib/scenarios/scenario';
import { Bookings } from './tiers/bookings';
import { Catalogue } from './tiers/catalogue';
import { Forgotten } from './tiers/forgotten';

/** The rental market as it should have been built: nothing alone, nothing in one zone, everything checked and able to grow. */
export class RentalMarket extends Foundation {
  readonly table: dynamodb.Table;
  readonly storefront: ScalingTier;
  readonly catalogue: Catalogue;
  readonly bookings: Bookings;

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      scenario: 'rental-market',
      entry: join(__dirname, 'app', 'server.ts'),
      subnetGroups: ['Tasks'],
    });
    this.table = new dynamodb.Table(this, 'BookingsTable', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'Bookings of simulated customers; the table goes away with the stack.',
    });
    Tags.of(this.table).add(tierTag, 'bookings-table');
    // Costs nothing, and bookings reach their table whatever becomes of the way to the internet.
    new ec2.GatewayVpcEndpoint(this, 'TableEndpoint', {
      vpc: this.tierProps.vpc,
      service: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
    });

    this.storefront = new ScalingTier(this, 'Storefront', {
      ...this.tierProps,
      tier: 'storefront',
      // One vCPU with steady speed: pages are drawn by one thread, and credits would run out on the busiest hour.
      instanceType: 'm7g.medium',
      minCapacity: 2,
      maxCapacity: 8,
      environment: { CATALOGUE_URL: this.address },
    });
    this.catalogue = new Catalogue(this, 'Catalogue', this.tierProps);
    this.bookings = new Bookings(this, 'Bookings', {
      ...this.tierProps,
      subnets: this.tierProps.vpc.selectSubnets({ subnetGroupName: 'Tasks' }).subnets,
      table: this.table,
    });
    this.route('Storefront', this.storefront);
    this.route('Catalogue', this.catalogue, { paths: ['/catalogue/*'], priority: 10 });
    this.route('Bookings', this.bookings, { paths: ['/bookings', '/bookings/*'], priority: 20 });
  }

  /** Nobody ever tidied up after the reporting project. */
  forget(): void {
    new Forgotten(this, 'Forgotten', this.tierProps);
  }
}

export const build: BuildArchitecture = (scope) => new RentalMarket(scope, 'RentalMarket');
