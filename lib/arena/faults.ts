import type { Fault } from '../core/scenario';
import type { Flow } from './flow';
import type { Random } from './clock/random';
import { restartSeconds, type Note } from './realm';
import type { Server } from './servers/server';
import type { Servers } from './servers/servers';
import type { Simulation } from './clock/simulation';
import type { Stack } from './stack';

/** What faults can reach. */
export interface Exposed {
  readonly simulation: Simulation;
  readonly servers: Servers;
  readonly flow: Flow;
  readonly stack: Stack;
  readonly note: Note;
}

/**
 * Brings a fault upon the world. One instance or task of the tier is hit, by lot; stress hits all that run now, an outage a whole zone.
 * @returns what ends it and leaves the world as it was found
 */
export function inflict(world: Exposed, random: Random, fault: Fault): () => void {
  switch (fault.kind) {
    case 'instance-stop':
      return stopInstance(world, draw(world, random, fault.tier, 'instance'));
    case 'instance-terminate':
      end(world, draw(world, random, fault.tier, 'instance'), 'terminated');
      return () => world.stack.recreate();
    case 'task-stop':
      end(world, draw(world, random, fault.tier, 'task'), 'stopped');
      return () => undefined;
    case 'zone-outage':
      return zoneOutage(world, fault.zone);
    case 'cpu-stress':
      return stress(world, fault.tier, fault.load);
  }
}

const running = (world: Exposed, tier: string) =>
  world.servers.present.filter((server) => server.spec.tier?.id === tier && server.state === 'running' && !server.dark);

/** @returns `undefined` when the tier runs on nothing of that kind: the fault finds no target */
function draw(world: Exposed, random: Random, tier: string, kind: 'instance' | 'task'): Server | undefined {
  const candidates = running(world, tier).filter((server) => server.spec.kind === kind);
  return candidates[Math.floor(random.next() * candidates.length)];
}

function end(world: Exposed, server: Server | undefined, word: string): void {
  if (server === undefined) return;
  world.note(server.id, `was ${word}`);
  world.servers.retire(server);
}

function stopInstance(world: Exposed, server: Server | undefined): () => void {
  if (server === undefined) return () => undefined;
  world.note(server.id, 'was stopped');
  // The operating system closes its connections on the way down.
  world.flow.drop(server, false);
  server.state = 'stopped';
  server.downSince = world.simulation.now;
  return () => {
    if (server.state !== 'stopped') return;
    world.note(server.id, 'starts again');
    world.servers.boot(server, restartSeconds + (server.spec.tier?.startSeconds ?? 0));
  };
}

function zoneOutage(world: Exposed, zone: number): () => void {
  world.stack.setZone(zone, true);
  return () => world.stack.setZone(zone, false);
}

function stress(world: Exposed, tier: string, load: number): () => void {
  const hit = running(world, tier);
  const set = (server: Server, value: number) => {
    server.stress = Math.min(1, Math.max(0, server.stress + value));
    server.setPace();
  };
  for (const server of hit) set(server, load);
  return () => {
    for (const server of hit) set(server, -load);
  };
}
