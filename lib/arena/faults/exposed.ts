import type { Simulation } from '../clock/simulation';
import type { Flow } from '../flow';
import type { Note } from '../realm';
import type { Server } from '../servers/server';
import type { Servers } from '../servers/servers';
import type { Stack } from '../stack';

/** What faults can reach. */
export interface Exposed {
  readonly simulation: Simulation;
  readonly servers: Servers;
  readonly flow: Flow;
  readonly stack: Stack;
  readonly note: Note;
}

/** Ends a fault and leaves the world as it was found. */
export type Heal = () => void;

/** The tier's instances and tasks that run now. */
export const running = (world: Exposed, tier: string): Server[] =>
  world.servers.present.filter(
    (server) => server.spec.tier?.id === tier && server.state === 'running' && !server.silent,
  );

/** Ends several at once. */
export const all =
  (heals: readonly Heal[]): Heal =>
  () => {
    for (const heal of heals) heal();
  };
