import type { QueueMetric } from '../architecture/scaling-policy';
import type { Access } from './access';
import type { Group } from './balancing/group';
import type { Server, ServerSpec } from './servers/server';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';

/** Writes down what happened to whom. */
export type Note = (subject: string, text: string) => void;

/** What those who own servers (scaling groups, services, single instances) have to do with. */
export interface Realm {
  readonly simulation: Simulation;
  readonly servers: Servers;
  /** Who gets through to whom; `access.reachesInternet(server)` tells whether it can fetch its software. */
  readonly access: Access;
  group(id: string): Group | undefined;
  /** What a metric says of a queue now. */
  measureQueue(metric: QueueMetric): number;
  register(group: string, server: Server, standing: boolean): void;
  note: Note;
}

/** From the instant at which a new server is in service until its program answers. */
export const startSeconds = (spec: ServerSpec): number => spec.setupSeconds + (spec.tier?.startSeconds ?? 0);

/** Takes a server out of its target groups, and ends it when its last request is answered or the deregistration delay is over. */
export function dismiss(realm: Realm, server: Server, groups: readonly string[]): void {
  let open = groups.length;
  const done = () => {
    open -= 1;
    if (open <= 0) realm.servers.retire(server);
  };
  if (open === 0) done();
  for (const id of groups) {
    const group = realm.group(id);
    if (group === undefined) done();
    else group.deregister(server, done);
  }
}
