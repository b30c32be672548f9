import { Stack, Validations } from 'aws-cdk-lib';
import { CfnSubnet } from 'aws-cdk-lib/aws-ec2';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as fis from 'aws-cdk-lib/aws-fis';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fisAction, type FisAction } from '../aws/experiments/fis-actions';
import { fisPermissions } from '../aws/experiments/fis-permissions';
import type { ExperimentCard } from '../core/experiments/experiment';
import type { Fault } from '../core/experiments/fault';
import { tierTag } from './tier';

/**
 * A scenario's experiments as templates of AWS FIS beside the stack that they break, for people who run them by hand in an account of
 * their own. Targets are chosen by tag when an experiment starts. What FIS has no action for is left out, and events do without:
 * there, templates are made just in time, so that no team reads what is to come.
 */
export class ExperimentTemplates extends Construct {
  constructor(scope: Construct, id: string, cards: readonly ExperimentCard[]) {
    super(scope, id);
    const found = cards.flatMap((card) => {
      const action = fisAction(card.fault, card.durationSeconds, this.place());
      return action === undefined ? [] : [{ card, action }];
    });
    const role = this.role(found.map(({ action }) => action));
    for (const { card, action } of found) {
      new fis.CfnExperimentTemplate(this, card.id, {
        description: card.title,
        roleArn: role.roleArn,
        stopConditions: [{ source: 'none' }],
        targets: { Hit: this.target(card.fault, action) },
        actions: {
          Fault: {
            actionId: action.actionId,
            parameters: { ...action.parameters },
            targets: { [action.targetKey]: 'Hit' },
          },
        },
        experimentOptions: { accountTargeting: 'single-account', emptyTargetResolutionMode: 'fail' },
        tags: { Name: card.id },
      });
    }
  }

  private place() {
    const stack = Stack.of(this);
    const balancer = stack.node.findAll().find((each): each is CfnLoadBalancer => each instanceof CfnLoadBalancer);
    return {
      partition: stack.partition,
      region: stack.region,
      balancer: balancer?.attrDnsName ?? '',
      zone: (number: number) => stack.availabilityZones[number] ?? '',
    };
  }

  private target(
    fault: Fault,
    { resourceType, one }: FisAction,
  ): fis.CfnExperimentTemplate.ExperimentTemplateTargetProperty {
    const selectionMode = one ? 'COUNT(1)' : 'ALL';
    switch (resourceType) {
      case 'aws:ec2:subnet':
        return { resourceType, selectionMode, resourceArns: this.subnetsOf(fault) };
      case 'aws:ec2:autoscaling-group':
        // Every group of the stack, by the tag that CloudFormation gives: the ARN of a group holds an id that a template does not know.
        return {
          resourceType,
          selectionMode,
          resourceTags: { 'aws:cloudformation:stack-name': Stack.of(this).stackName },
        };
      case 'aws:ecs:task':
        return { resourceType, selectionMode, resourceTags: tierOf(fault) };
      case 'aws:ec2:instance':
        return {
          resourceType,
          selectionMode,
          resourceTags: tierOf(fault),
          filters: [{ path: 'State.Name', values: ['running'] }],
        };
    }
  }

  /** All of a zone, or those of the broker that holds a queue. */
  private subnetsOf(fault: Fault): string[] {
    const stack = Stack.of(this);
    const text = (value: unknown) => JSON.stringify(stack.resolve(value));
    return stack.node
      .findAll()
      .filter((each): each is CfnSubnet => each instanceof CfnSubnet)
      .filter(({ availabilityZone, tags }) => {
        if ('zone' in fault) return text(availabilityZone) === text(stack.availabilityZones[fault.zone]);
        return 'queue' in fault && tags.tagValues()[tierTag] === fault.queue;
      })
      .map(({ ref }) => stack.formatArn({ service: 'ec2', resource: 'subnet', resourceName: ref }));
  }

  /** What FIS works with: no more than these actions ask for. */
  private role(actions: readonly FisAction[]): iam.Role {
    const role = new iam.Role(this, 'Role', {
      description: 'AWS FIS runs the experiments of the GameDay',
      assumedBy: new iam.ServicePrincipal('fis.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const allowed = new Set(actions.flatMap(({ actionId }) => fisPermissions[actionId] ?? []));
    // Targets by tag are looked up in all of the account.
    role.addToPolicy(new iam.PolicyStatement({ actions: [...allowed, 'tag:GetResources'].sort(), resources: ['*'] }));
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Targets are chosen when an experiment starts, so their names are not known here.',
    });
    return role;
  }
}

const tierOf = (fault: Fault): Record<string, string> => ('tier' in fault ? { [tierTag]: fault.tier } : {});
