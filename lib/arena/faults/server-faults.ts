import type { Server } from '../servers/server';
import { all, type Exposed, type Heal } from './exposed';

export function stopInstance(world: Exposed, server: Server): Heal {
  world.servers.stop(server);
  return () => world.servers.start(server);
}

/** The fault's end makes a single instance again, as somebody would who follows the template; a group has replaced its own by then. */
export function terminateInstance(world: Exposed, server: Server): Heal {
  world.servers.terminate(server);
  return () => world.stack.recreate();
}

export function stopTask(world: Exposed, server: Server): Heal {
  world.servers.terminate(server);
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

export function stopSync(world: Exposed, server: Server): Heal {
  world.note(server.id, 'copies nothing any more');
  return server.copy.stop(world.simulation.now);
}
