import type { Server } from '../servers/server';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-states */
export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';

/** A server as a target group sees it. */
export class Target {
  /** Whether the security groups let the load balancer through. */
  reachable = true;
  outstanding = 0;
  /** Health checks in a row. */
  passes = 0;
  fails = 0;
  gone = false;
  /** Until when it gets less than its share, and how much of a turn it has saved up. */
  slowUntil = 0;
  credit = 0;

  /** @param number by order of registration */
  constructor(
    readonly server: Server,
    readonly number: number,
    public state: TargetState,
  ) {}
}
