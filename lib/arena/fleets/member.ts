import type { Realm } from '../realm';
import type { Server } from '../servers/server';
import { statusCheckSeconds } from '../servers/times';

/** A server as its fleet sees it. */
export interface Member {
  readonly server: Server;
  /** Fingerprint of the revision that it was launched from. */
  readonly revision: string;
  /** When it is, or will be, in service; grace and warm-up begin there. -Infinity: since before the arena opened. */
  readonly inServiceAt: number;
  leaving: boolean;
  /** It works, but in the wrong place: another one is launched before it goes. */
  misplaced: boolean;
  /** Why it is to be replaced though it still runs. */
  unfit: string | undefined;
  /** It has worked at some time. */
  proven: boolean;
  /** CPU use up to the last minute. */
  usedVcpuSeconds: number;
}

/** In service, as EC2 or ECS sees it; its program may not answer yet. */
export const isRunning = ({ server, inServiceAt }: Member, now: number): boolean =>
  inServiceAt <= now && !server.silent;

/** Why it will never serve again by itself; `undefined` while it may. */
export function whyEnded({ server }: Member): string | undefined {
  if (server.state === 'gone') return 'ended';
  return server.state === 'stopped' ? 'stopped' : undefined;
}

/**
 * Why it is unfit after its grace; before that no check counts. `undefined`: it is not.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html
 * @param groups target groups whose verdict counts
 */
export function whyUnfit(
  { server, inServiceAt }: Member,
  realm: Realm,
  groups: readonly string[],
  graceSeconds: number,
): string | undefined {
  const { now } = realm.simulation;
  if (now - inServiceAt < graceSeconds) return undefined;
  if (server.failedCheck !== undefined && now - server.downSince >= statusCheckSeconds)
    return 'failed its status checks';
  const states = groups.map((id) => realm.group(id)?.tryFind(server)?.state);
  return states.includes('unhealthy') ? 'failed health checks' : undefined;
}

/** Every load balancer that counts finds it healthy. */
export const isHealthy = ({ server }: Member, realm: Realm, groups: readonly string[]): boolean =>
  groups.every((id) => realm.group(id)?.tryFind(server)?.state === 'healthy');
