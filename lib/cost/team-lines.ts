import type { Architecture } from '../architecture/architecture';
import type { GameDayEvent } from '../core/event/event';
import { usdPerHour } from '../core/prices';
import type { Template } from '../core/scenario';
import { meanStepsPerSecond } from '../core/time/traffic';
import { organizerPlane } from './organizer-plane';
import { perHour, perUse, type CostLine } from './cost-line';
import { fleetResources, type FleetSize } from './fleet';
import type { JourneyWork } from './journey-work';
import { running, unitPrices } from './unit-prices';

/** One team's stack as far as it costs money. */
export interface TeamStackFacts {
  readonly template: Template;
  readonly architecture: Architecture;
  readonly work: JourneyWork;
}

/** What one team's account pays for the event. `flags` names types without a price of their own. */
export function teamLines(
  event: GameDayEvent,
  { template, architecture, work }: TeamStackFacts,
  size: FleetSize,
): { readonly lines: readonly CostLine[]; readonly flags: readonly string[] } {
  const hours = event.durationSeconds / 3600;
  const priced = usdPerHour(fleetResources(architecture, size));
  const stepsPerSecond = meanStepsPerSecond(event);
  const journeys = (stepsPerSecond * event.durationSeconds) / work.steps;
  const onDemand = architecture.tables.some(({ provisioned }) => provisioned === undefined);
  const { gbPerStep } = organizerPlane.load;
  const lines = [
    perHour('Servers, disks, addresses, load balancer, tables', 1, hours, running(priced.usdPerHour, 'hours')),
    perUse('Load balancer: capacity units', capacityUnits(stepsPerSecond, work) * hours, unitPrices.balancerCapacity),
    perUse('Data to and from customers', journeys * work.steps * gbPerStep, unitPrices.regionalGb),
    ...(onDemand
      ? [
          perUse('Tables on demand: writes', journeys * work.writeUnits, unitPrices.tableWrite),
          perUse('Tables on demand: reads', journeys * work.readUnits, unitPrices.tableRead),
        ]
      : []),
    perHour('CloudWatch: alarms', alarmsOf(template), hours, unitPrices.alarm),
    perHour('Secrets', countOf(template, 'AWS::SecretsManager::Secret'), hours, unitPrices.secret),
    // The scorer compares with what the load balancer counted, in the team's account: two metrics a minute.
    perUse('CloudWatch: GetMetricData of the scorer', 2 * 60 * hours, unitPrices.metricGet),
  ];
  return { lines, flags: priced.flags };
}

/**
 * The mean of an event's hours in Application Load Balancer capacity units: the dearest of its dimensions counts.
 * https://aws.amazon.com/elasticloadbalancing/pricing/: 25 new connections a second, 3000 open ones, 1 GB an hour, 1000 rules a second.
 */
function capacityUnits(stepsPerSecond: number, { steps, requests }: JourneyWork): number {
  const journeysPerSecond = stepsPerSecond / steps;
  const gbPerHour = journeysPerSecond * requests * organizerPlane.load.gbPerStep * 3600;
  return Math.max(journeysPerSecond / 25, gbPerHour);
}

/** Alarms of the template, and those that a target tracking policy makes by itself: one to scale out and one to scale in. */
function alarmsOf(template: Template): number {
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
  const tracking = Object.values(template.Resources).filter(
    ({ Properties }) =>
      Properties !== undefined &&
      ('TargetTrackingConfiguration' in Properties || 'TargetTrackingScalingPolicyConfiguration' in Properties),
  );
  return countOf(template, 'AWS::CloudWatch::Alarm') + 2 * tracking.length;
}

const countOf = (template: Template, type: string): number =>
  Object.values(template.Resources).filter(({ Type }) => Type === type).length;
