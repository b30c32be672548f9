import type { Fault } from '../../core/experiments/fault';

/** An action of AWS FIS. https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html */
export interface FisAction {
  readonly actionId: string;
  /** What it asks its targets under. */
  readonly targetKey: string;
  readonly resourceType: FisResource;
  readonly parameters: Readonly<Record<string, string>>;
  /** It hits one of what it may hit. */
  readonly one: boolean;
}

export type FisResource = 'aws:ec2:instance' | 'aws:ec2:subnet' | 'aws:ec2:autoscaling-group' | 'aws:ecs:task';

/** What of an account the parameters of actions name. */
export interface FisPlace {
  readonly partition: string;
  readonly region: string;
  /** Host name by which tiers reach each other. */
  readonly balancer: string;
  /** Name or id of the zone with that number. */
  zone(number: number): string;
}

/** How Amazon Linux 2023 names the network card of a Nitro instance. https://docs.aws.amazon.com/linux/al2023/ug/networking-service.html */
const NETWORK_CARD = 'ens5';

/**
 * The action of a fault, `undefined` when AWS FIS has none.
 * @param seconds how long it lasts; FIS counts in whole minutes, the last one begun counts
 */
export function fisAction(fault: Fault, seconds: number, place: FisPlace): FisAction | undefined {
  const duration = `PT${Math.max(1, Math.ceil(seconds / 60))}M`;
  switch (fault.kind) {
    case 'instance-stop':
      return onInstances(
        'aws:ec2:stop-instances',
        { startInstancesAfterDuration: duration, completeIfInstancesTerminated: 'true' },
        true,
      );
    case 'instance-terminate':
      return onInstances('aws:ec2:terminate-instances', {}, true);
    case 'task-stop':
      return {
        actionId: 'aws:ecs:stop-task',
        targetKey: 'Tasks',
        resourceType: 'aws:ecs:task',
        parameters: {},
        one: true,
      };
    // A broker has subnets of its own. Its connections end with what their network lets through.
    case 'queue-unreachable':
    case 'zone-outage':
      return {
        actionId: 'aws:network:disrupt-connectivity',
        targetKey: 'Subnets',
        resourceType: 'aws:ec2:subnet',
        parameters: { duration, scope: 'all' },
        one: false,
      };
    case 'capacity-error':
      return {
        actionId: 'aws:ec2:asg-insufficient-instance-capacity-error',
        targetKey: 'AutoScalingGroups',
        resourceType: 'aws:ec2:autoscaling-group',
        parameters: { duration, percentage: '100', availabilityZoneIdentifiers: place.zone(fault.zone) },
        one: false,
      };
    case 'cpu-stress':
      return document(place, duration, seconds, 'CPU-Stress', { CPU: '0', LoadPercent: percent(fault.load) });
    case 'latency':
      return document(place, duration, seconds, 'Network-Latency', {
        Interface: NETWORK_CARD,
        DelayMilliseconds: whole(fault.addedMs),
      });
    case 'packet-loss':
      return document(place, duration, seconds, 'Network-Packet-Loss', {
        Interface: NETWORK_CARD,
        LossPercent: percent(fault.share),
      });
    // The nearest to a frozen system: nothing that one instance sends arrives, its status check fails, and a reboot ends it.
    case 'instance-hang':
      return {
        ...document(place, duration, seconds, 'Network-Packet-Loss', { Interface: NETWORK_CARD, LossPercent: '100' }),
        one: true,
      };
    case 'dependency-slow':
      return document(place, duration, seconds, 'Network-Latency-Sources', {
        Interface: NETWORK_CARD,
        DelayMilliseconds: whole(fault.addedMs),
        Sources: dependencies(place),
        TrafficType: 'egress',
      });
    case 'dependency-down':
      return document(place, duration, seconds, 'Network-Packet-Loss-Sources', {
        Interface: NETWORK_CARD,
        LossPercent: '100',
        Sources: dependencies(place),
        TrafficType: 'egress',
      });
    case 'sync-stop':
      return {
        ...onInstances(
          'aws:ssm:send-command',
          {
            duration,
            documentArn: `arn:${place.partition}:ssm:${place.region}::document/AWS-RunShellScript`,
            documentParameters: JSON.stringify({
              commands: [holdSync(seconds)],
              // Longer than an hour has to be asked for. https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html
              executionTimeout: [`${seconds + 60}`],
            }),
          },
          true,
        ),
      };
    default:
      return undefined;
  }
}

/**
 * Keeps the program's switch on (`lib/app/held.ts`). It is renewed for half a minute at a time, so that it ends with the command, by
 * whatever that ends; the file's own time tells since when it is on.
 */
const holdSync = (seconds: number): string =>
  [
    'f=/run/gameday/sync-held-until; mkdir -p /run/gameday; s=$(date +%s)',
    `while [ $(date +%s) -lt $((s + ${seconds})) ]`,
    'do echo $(($(date +%s) + 30)) > $f.new; touch -d @$s $f.new; mv $f.new $f; sleep 10; done',
    'rm -f $f',
  ].join('; ');

const onInstances = (actionId: string, parameters: Readonly<Record<string, string>>, one: boolean): FisAction => ({
  actionId,
  targetKey: 'Instances',
  resourceType: 'aws:ec2:instance',
  parameters,
  one,
});

/** A program of AWS that runs on the instances and ends by itself. https://docs.aws.amazon.com/fis/latest/userguide/actions-ssm-agent.html */
const document = (
  { partition, region }: FisPlace,
  duration: string,
  seconds: number,
  name: string,
  parameters: Readonly<Record<string, string>>,
): FisAction =>
  onInstances(
    'aws:ssm:send-command',
    {
      duration,
      documentArn: `arn:${partition}:ssm:${region}::document/AWSFIS-Run-${name}`,
      documentParameters: JSON.stringify({
        ...parameters,
        DurationSeconds: `${seconds}`,
        InstallDependencies: 'True',
      }),
    },
    false,
  );

/** Other tiers answer behind the balancer, tables behind DynamoDB. */
const dependencies = ({ balancer }: FisPlace): string => `${balancer},DYNAMODB`;
const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))}`;
const whole = (ms: number): string => `${Math.max(1, Math.round(ms))}`;
