import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { gameDayNamespace } from '../../aws/window-metrics';
import type { Team } from '../../core/event/event';
import { tasksFor } from '../../core/load-tasks';
import { readObject } from '../read-object';
import type { EnvironmentName, Grantee } from './grantee';
import { LoadNetwork } from './load-network';
import { loadTask } from './load-task';
import { allowObserving, organizerRole, publishMetrics } from './organizer-role';

interface LoadServiceProps {
  readonly eventId: string;
  readonly teams: readonly Team[];
  readonly program: Asset;
  readonly script: Asset;
}

/**
 * The load program on Fargate. Each part of the teams is a service of one task, so that each task knows its part; every service may
 * use both zones, so that a task whose zone is lost comes back in the other.
 */
export class LoadService extends Construct implements Grantee {
  readonly role: iam.Role;
  private readonly programs: readonly ecs.ContainerDefinition[];

  constructor(scope: Construct, id: string, { eventId, teams, program, script }: LoadServiceProps) {
    super(scope, id);
    this.role = organizerRole(this, eventId, 'load', 'ecs-tasks.amazonaws.com');
    for (const asset of [program, script]) this.role.addToPolicy(readObject(asset));
    this.role.addToPolicy(publishMetrics(gameDayNamespace));
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'cloudwatch:PutMetricData knows no resources; it is limited to the namespace GameDay.',
    });
    allowObserving(this.role, teams);

    const executionRole = new iam.Role(this, 'StartRole', {
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    });
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const network = new LoadNetwork(this, 'Network');
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc: network.vpc as ec2.IVpc });
    Validations.of(cluster).acknowledge({
      id: 'AwsSolutions-ECS4',
      reason: 'The load program publishes itself what matters: whether it lives, keeps up, and was started again.',
    });
    const tasks = tasksFor(teams.length);
    this.programs = Array.from({ length: tasks }, (_, task) => {
      const part = new Construct(this, `Part${task}`);
      const taskDefinition = loadTask(part, {
        role: this.role,
        executionRole: executionRole,
        logGroup: logGroup,
        program,
        script,
        task,
        tasks,
      });
      Validations.of(taskDefinition).acknowledge({
        id: 'AwsSolutions-ECS2',
        reason: 'Environment variables hold names of this stack, no secrets.',
      });
      new ecs.FargateService(part, 'Service', {
        cluster: cluster as ecs.ICluster,
        taskDefinition,
        desiredCount: 1,
        // Never two of one part: its teams would get twice the traffic.
        minHealthyPercent: 0,
        maxHealthyPercent: 100,
        // On by default, which ECS does not allow without room for a second task: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
        availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
        circuitBreaker: { rollback: true },
        assignPublicIp: true,
        vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
        securityGroups: [network.securityGroup],
        propagateTags: ecs.PropagatedTagSource.SERVICE,
      });
      return taskDefinition.findContainer('Load') as ecs.ContainerDefinition;
    });
  }

  setEnvironment(name: EnvironmentName, value: string): void {
    for (const program of this.programs) program.addEnvironment(name, value);
  }
}
