import type { Processor, Resource } from './resource';

/**
 * What a stack costs to run, by our own price table.
 *
 * Europe (Ireland), on demand, Linux, USD, without tax, free tier or savings plans, as listed in 2025 on the AWS pricing pages named
 * below; written down by hand, so compare before an event where cents decide. Every team is priced by the same table, whatever its
 * account really pays. Left out, because the organizer's own traffic makes them: data transfer, load-balancer capacity units, stored gigabytes of tables.
 */

/** USD per hour. https://aws.amazon.com/ec2/pricing/on-demand/ */
const instances: Readonly<Record<string, number>> = {
  't2.nano': 0.0063,
  't2.micro': 0.0126,
  't2.small': 0.025,
  't2.medium': 0.05,
  't2.large': 0.1008,
  't2.xlarge': 0.2016,
  't2.2xlarge': 0.4032,
  't3.nano': 0.0057,
  't3.micro': 0.0114,
  't3.small': 0.0228,
  't3.medium': 0.0456,
  't3.large': 0.0912,
  't3.xlarge': 0.1824,
  't3.2xlarge': 0.3648,
  't3a.nano': 0.0051,
  't3a.micro': 0.0102,
  't3a.small': 0.0204,
  't3a.medium': 0.0408,
  't3a.large': 0.0816,
  't3a.xlarge': 0.1632,
  't3a.2xlarge': 0.3264,
  't4g.nano': 0.0046,
  't4g.micro': 0.0092,
  't4g.small': 0.0184,
  't4g.medium': 0.0368,
  't4g.large': 0.0736,
  't4g.xlarge': 0.1472,
  't4g.2xlarge': 0.2944,
  'm5.large': 0.107,
  'm5.xlarge': 0.214,
  'm5.2xlarge': 0.428,
  'm5.4xlarge': 0.856,
  'm6i.large': 0.107,
  'm6i.xlarge': 0.214,
  'm6i.2xlarge': 0.428,
  'm6i.4xlarge': 0.856,
  'm6g.medium': 0.043,
  'm6g.large': 0.086,
  'm6g.xlarge': 0.172,
  'm6g.2xlarge': 0.344,
  'm7g.medium': 0.0455,
  'm7g.large': 0.091,
  'm7g.xlarge': 0.1821,
  'm7g.2xlarge': 0.3642,
  'm7i.large': 0.1124,
  'm7i.xlarge': 0.2247,
  'm7i.2xlarge': 0.4494,
  'c5.large': 0.096,
  'c5.xlarge': 0.192,
  'c5.2xlarge': 0.384,
  'c5.4xlarge': 0.768,
  'c6i.large': 0.0912,
  'c6i.xlarge': 0.1824,
  'c6i.2xlarge': 0.3648,
  'c6g.medium': 0.0365,
  'c6g.large': 0.073,
  'c6g.xlarge': 0.1459,
  'c6g.2xlarge': 0.2918,
  'c7g.medium': 0.0388,
  'c7g.large': 0.0776,
  'c7g.xlarge': 0.1552,
  'c7g.2xlarge': 0.3104,
  'c7i.large': 0.0958,
  'c7i.xlarge': 0.1915,
  'c7i.2xlarge': 0.383,
  'r5.large': 0.141,
  'r5.xlarge': 0.282,
  'r5.2xlarge': 0.564,
  'r6g.large': 0.113,
  'r6g.xlarge': 0.226,
  'r6g.2xlarge': 0.452,
};

/** Every EC2 instance type that has a price. */
export const pricedInstanceTypes: readonly string[] = Object.keys(instances);

/** USD per surplus CPU credit, one vCPU-minute: 0.05 USD per vCPU-hour, 0.04 on Graviton. https://aws.amazon.com/ec2/pricing/on-demand/ */
const surplusCredit = { graviton: 0.04 / 60, other: 0.05 / 60 };

/** USD per hour of a Linux task. https://aws.amazon.com/fargate/pricing/ */
const fargate: Readonly<Record<Processor, { readonly vcpu: number; readonly gib: number }>> = {
  x86: { vcpu: 0.04048, gib: 0.004445 },
  arm: { vcpu: 0.03238, gib: 0.00356 },
};

/** USD per hour. https://aws.amazon.com/elasticloadbalancing/pricing/ */
const loadBalancers: Readonly<Record<string, number>> = {
  application: 0.0252,
  network: 0.0252,
  gateway: 0.0125,
  classic: 0.028,
};

/** USD per capacity unit and hour, and per request unit. https://aws.amazon.com/dynamodb/pricing/ */
const tables = { readUnitHour: 0.000147, writeUnitHour: 0.000735, read: 0.1415e-6, write: 0.7068e-6 };

/**
 * USD per hour of one node of a RabbitMQ broker. https://aws.amazon.com/amazon-mq/pricing/
 * Of Northern Virginia, raised by as much as EC2 instances of the same type cost more in Ireland: our estimate.
 */
const brokers: Readonly<Record<string, number>> = {
  'mq.t3.micro': 0.0297,
  'mq.m5.large': 0.321,
  'mq.m5.xlarge': 0.642,
  'mq.m5.2xlarge': 1.284,
  'mq.m5.4xlarge': 2.568,
};

/** USD per GiB and month of 730 hours. https://aws.amazon.com/ebs/pricing/ */
const volumes: Readonly<Record<string, number>> = {
  gp3: 0.088,
  gp2: 0.11,
  io1: 0.138,
  io2: 0.138,
  st1: 0.05,
  sc1: 0.0168,
  standard: 0.055,
};
const HOURS_PER_MONTH = 730;

/** USD per hour. https://aws.amazon.com/vpc/pricing/ */
const NAT_GATEWAY = 0.048;
const PUBLIC_ADDRESS = 0.005;

const creditOf = (type: string): number => (type.startsWith('t4g.') ? surplusCredit.graviton : surplusCredit.other);

/** What a team's resources cost. `flags` names each type that is not in the table: it costs as much as the dearest known one of its kind. */
export function usdPerHour(resources: readonly Resource[]): {
  readonly usdPerHour: number;
  readonly flags: string[];
} {
  const flags = new Set<string>();
  const listed = (kind: string, prices: Readonly<Record<string, number>>, type: string): number => {
    const price = Object.hasOwn(prices, type) ? prices[type] : undefined;
    if (price !== undefined) return price;
    flags.add(`no price for ${kind} type "${type}"`);
    return Math.max(...Object.values(prices));
  };
  const priceOf = (resource: Resource): number => {
    switch (resource.kind) {
      case 'instance':
        return listed('instance', instances, resource.type) + resource.surplusCreditsPerHour * creditOf(resource.type);
      case 'surplus-credits':
        return resource.perHour * creditOf(resource.type);
      case 'task':
        return resource.vcpu * fargate[resource.processor].vcpu + resource.memoryGib * fargate[resource.processor].gib;
      case 'load-balancer':
        return listed('load balancer', loadBalancers, resource.type);
      case 'table':
        return resource.mode === 'provisioned'
          ? resource.readUnits * tables.readUnitHour + resource.writeUnits * tables.writeUnitHour
          : resource.readsPerHour * tables.read + resource.writesPerHour * tables.write;
      case 'broker':
        return listed('broker', brokers, resource.type) * resource.nodes;
      case 'volume':
        return (listed('volume', volumes, resource.type) * resource.gib) / HOURS_PER_MONTH;
      case 'nat-gateway':
        return NAT_GATEWAY;
      case 'address':
        return PUBLIC_ADDRESS;
    }
  };
  const total = resources.reduce((sum, resource) => sum + priceOf(resource), 0);
  return { usdPerHour: total, flags: [...flags].sort() };
}
