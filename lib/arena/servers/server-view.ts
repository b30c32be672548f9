import { serverOperations, takes, type ServerOperation } from './operations';
import type { Server } from './server';
import { statusCheckSeconds } from './times';

/** An instance or a task as EC2's and ECS's consoles list it: what is wrong inside, nobody sees there. */
export interface ServerView {
  readonly id: string;
  /** Logical id of what it belongs to. */
  readonly owner: string;
  readonly kind: 'instance' | 'task';
  readonly type: string;
  readonly zone: number;
  readonly state: 'pending' | 'running' | 'stopped';
  /** Instances have them, tasks do not. */
  readonly statusCheck: 'passed' | 'failed' | undefined;
  /** Saved CPU credits of a burstable instance, as CPUCreditBalance shows them. */
  readonly creditBalance: number | undefined;
  /** What can be done to it now. */
  readonly operations: readonly ServerOperation[];
}

export function serverView(server: Server, now: number): ServerView {
  const { id, spec, place, state, credits } = server;
  const failed = server.failedCheck !== undefined && now - server.downSince >= statusCheckSeconds;
  return {
    id,
    owner: spec.owner,
    kind: spec.kind,
    type: spec.type,
    zone: place.zone,
    state: state === 'launching' ? 'pending' : state === 'stopped' ? 'stopped' : 'running',
    statusCheck: spec.kind === 'task' ? undefined : failed ? 'failed' : 'passed',
    creditBalance: credits?.balance,
    operations: serverOperations.filter((operation) => takes(server, operation)),
  };
}
