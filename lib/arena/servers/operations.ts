import type { Server } from './server';
import type { Servers } from './servers';

/** What people do to single instances. A task can only be stopped, which ends it. */
export const serverOperations = ['reboot', 'stop', 'start', 'terminate'] as const;
export type ServerOperation = (typeof serverOperations)[number];

/** Whether EC2 or ECS takes the call now. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
export function takes({ spec, state }: Server, operation: ServerOperation): boolean {
  if (state === 'gone') return false;
  if (spec.kind === 'task') return operation === 'stop';
  switch (operation) {
    case 'reboot':
    case 'stop':
      return state === 'running' || state === 'launching';
    case 'start':
      return state === 'stopped';
    case 'terminate':
      return true;
  }
}

/** @returns false when it cannot be done to the server now, or there is no such server */
export function operate(servers: Servers, operation: ServerOperation, id: string): boolean {
  const server = servers.present.find((each) => each.id === id);
  if (server === undefined || !takes(server, operation)) return false;
  if (operation === 'terminate' || server.spec.kind === 'task') servers.terminate(server);
  else servers[operation](server);
  return true;
}
