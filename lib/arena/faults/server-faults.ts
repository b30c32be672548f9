import { restartSeconds } from '../realm';
import type { Server } from '../servers/server';
import { all, type Exposed, type Heal } from './exposed';

export function stopInstance(world: Exposed, server: Server): Heal {
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

/** The fault's end makes a single instance again, as somebody would who follows the template; a group has replaced its own by then. */
export function terminateInstance(world: Exposed, server: Server): Heal {
  end(world, server, 'terminated');
  return () => world.stack.recreate();
}

export function stopTask(world: Exposed, server: Server): Heal {
  end(world, server, 'stopped');
  return () => undefined;
}

export function stress(servers: readonly Server[], load: number): Heal {
  return all(
    servers.map((server) => {
      const remove = server.stresses.add(load);
      server.setPace();
      return () => {
        remove();
        server.setPace();
      };
    }),
  );
}

function end(world: Exposed, server: Server, word: string): void {
  world.note(server.id, `was ${word}`);
  world.servers.retire(server);
}
