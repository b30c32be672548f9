import type { Place } from '../architecture/network';
import type { Flow } from './flow';
import type { Group } from './group';
import type { Server, ServerSpec } from './server';
import type { Simulation } from './simulation';

/** What those who own servers (scaling groups, services, single instances) may do with the world around them. */
export interface Realm {
  readonly simulation: Simulation;
  readonly flow: Flow;
  group(id: string): Group | undefined;
  zoneIsOut(zone: number): boolean;
  /** A new server, launching; it is up when launch, setup and start are over. With `standing` it has been up for a while. */
  hire(spec: ServerSpec, place: Place, standing: boolean): Server;
  /** The process of a server begins from nothing, after so many seconds. */
  boot(server: Server, seconds: number): void;
  /** Ends a server for good; what it has in flight fails. */
  retire(server: Server): void;
  register(group: string, server: Server, standing: boolean): void;
  note(subject: string, text: string): void;
}

/** From the instant at which a new server is in service until its program answers. */
export const startSeconds = (spec: ServerSpec): number => spec.setupSeconds + (spec.tier?.startSeconds ?? 0);
