import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../core/event/event';
import { revertCallSchema, type RevertCall } from './revert-call';
import { callService, type ServiceAddress } from './signed-service';
import { unless } from './unless';

/** Begins the name of every schedule that takes a fault back. */
const PREFIX = 'gameday-fault-';

/** A call that an account will make by itself, whoever is still there. */
export interface ScheduledRevert {
  readonly name: string;
  readonly run: string;
  readonly at: Instant;
  readonly call: RevertCall;
}

const listSchema = z.looseObject({
  Schedules: z.array(z.looseObject({ Name: z.string() })),
  NextToken: z.string().nullish(),
});
const scheduleSchema = z.looseObject({
  Description: z.string(),
  ScheduleExpression: z.string(),
  Target: z.looseObject({ Arn: z.string(), Input: z.string() }),
});

/**
 * Reverts as one-time schedules of EventBridge Scheduler in one account, which delete themselves after they were run.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export class Schedules {
  /** @param roleArn what the calls are made with */
  constructor(
    private readonly address: ServiceAddress,
    private readonly roleArn: string,
    private readonly now: () => Instant = Date.now,
  ) {}

  /** Schedules a call. One that is scheduled already for the same run and the same thing stays as it is: it knows what was there before the fault. */
  async create(run: string, call: RevertCall, at: Instant): Promise<void> {
    const body = {
      // Only its name is to tell whether it is there: one that was removed can be made again.
      ClientToken: randomUUID(),
      Description: run,
      ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: `arn:${this.roleArn.split(':')[1]}:scheduler:::aws-sdk:${call.action}`,
        RoleArn: this.roleArn,
        Input: JSON.stringify(call.input),
      },
    };
    await this.send('POST', nameOf(run, call), { body }).catch(unless('ConflictException'));
  }

  /** @param run only its own. @default those of all runs */
  async list(run?: string): Promise<readonly ScheduledRevert[]> {
    const found: ScheduledRevert[] = [];
    let token: string | undefined;
    do {
      const query = { NamePrefix: run === undefined ? PREFIX : prefixOf(run), ...(token && { NextToken: token }) };
      const page = listSchema.parse(await this.send('GET', '', { query }));
      for (const { Name: name } of page.Schedules) {
        const schedule = await this.get(name);
        if (schedule !== undefined) found.push(schedule);
      }
      token = page.NextToken ?? undefined;
    } while (token !== undefined);
    return found;
  }

  async remove(name: string): Promise<void> {
    await this.send('DELETE', name, {}).catch(unless('ResourceNotFoundException'));
  }

  /** `undefined` when it was run meanwhile, or removed. */
  private async get(name: string): Promise<ScheduledRevert | undefined> {
    const answer = await this.send('GET', name, {}).catch(unless('ResourceNotFoundException'));
    if (answer === undefined) return undefined;
    const { Description: run, ScheduleExpression: expression, Target: target } = scheduleSchema.parse(answer);
    const action = target.Arn.split(':aws-sdk:')[1];
    const call = revertCallSchema.parse({ action, input: JSON.parse(target.Input) as unknown });
    return { name, run, at: Date.parse(`${expression.slice(3, -1)}Z`), call };
  }

  private send(
    method: 'GET' | 'POST' | 'DELETE',
    name: string,
    rest: { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown },
  ): Promise<unknown> {
    const path = name === '' ? '/schedules' : `/schedules/${name}`;
    return callService(this.address, { method, path, ...rest }, new Date(this.now()));
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);
/** Ids of runs are longer than the 64 characters that a name may have. */
const prefixOf = (run: string): string => `${PREFIX}${digest(run)}-`;
const nameOf = (run: string, call: RevertCall): string => `${prefixOf(run)}${digest(subjectOf(call))}`;

/** What a call is about: the same thing gets one call, whatever it was like when somebody looked. */
function subjectOf({ action, input }: RevertCall): string {
  switch (action) {
    case 'ec2:authorizeSecurityGroupIngress':
      return JSON.stringify(input);
    case 'ec2:createRoute':
      return `${input.RouteTableId} ${input.DestinationCidrBlock}`;
    case 'ecs:updateService':
      return `${input.Cluster} ${input.Service}`;
    case 'dynamodb:updateTable':
      return input.TableName;
  }
}
