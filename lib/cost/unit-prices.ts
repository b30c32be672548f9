/**
 * What AWS asks for one of each thing that an event uses, beside what `lib/core/prices.ts` lists.
 *
 * Europe (Ireland), USD, without tax, free tier or savings plans, as listed in 2025 on the page named beside each price; written down
 * by hand, so compare before an event where cents decide. Monthly prices are metered by the hour: a month has 730 of them.
 */

/** A price and the page it stands on. */
export interface UnitPrice {
  readonly usd: number;
  /** What one is. */
  readonly unit: string;
  readonly page: string;
}

const HOURS_PER_MONTH = 730;
const price = (usd: number, unit: string, page: string): UnitPrice => ({ usd, unit, page });
const monthly = (usd: number, unit: string, page: string): UnitPrice =>
  price(usd / HOURS_PER_MONTH, `${unit}-hours`, page);

const cloudWatch = 'https://aws.amazon.com/cloudwatch/pricing/';
const dynamoDb = 'https://aws.amazon.com/dynamodb/pricing/';
const s3 = 'https://aws.amazon.com/s3/pricing/';
const cloudFront = 'https://aws.amazon.com/cloudfront/pricing/';
const lambda = 'https://aws.amazon.com/lambda/pricing/';
const ec2 = 'https://aws.amazon.com/ec2/pricing/on-demand/';

export const unitPrices = {
  lambdaSecond: price(13.3334e-6, 'GB-seconds', lambda),
  lambdaRequest: price(0.2e-6, 'requests', lambda),
  schedulerCall: price(1e-6, 'invocations', 'https://aws.amazon.com/eventbridge/pricing/'),
  tableWrite: price(0.7068e-6, 'write units', dynamoDb),
  tableRead: price(0.1415e-6, 'read units', dynamoDb),
  s3Put: price(5e-6, 'requests', s3),
  s3Get: price(0.4e-6, 'requests', s3),
  cloudFrontRequest: price(1.2e-6, 'requests', cloudFront),
  cloudFrontGb: price(0.085, 'GB', cloudFront),
  metric: monthly(0.3, 'metric', cloudWatch),
  metricPut: price(10e-6, 'calls', cloudWatch),
  metricGet: price(10e-6, 'metrics read', cloudWatch),
  alarm: monthly(0.1, 'alarm', cloudWatch),
  dashboard: monthly(3, 'dashboard', cloudWatch),
  logGb: price(0.57, 'GB', cloudWatch),
  secret: monthly(0.4, 'secret', 'https://aws.amazon.com/secrets-manager/pricing/'),
  balancerCapacity: price(0.008, 'capacity unit-hours', 'https://aws.amazon.com/elasticloadbalancing/pricing/'),
  /** To and from public addresses within a region each side pays this in each direction. */
  regionalGb: price(0.01, 'GB', ec2),
} as const satisfies Readonly<Record<string, UnitPrice>>;

/** Something that runs, by the table that teams are scored with: each price and its page stand in `lib/core/prices.ts`. */
export const running = (usdPerHour: number, unit: string, page: string = ec2): UnitPrice =>
  price(usdPerHour, unit, page);
