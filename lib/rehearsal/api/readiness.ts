import { once } from 'node:events';
import { connect } from 'node:net';
import { green, notApplicable, red, type Finding } from '../../doctor/check';
import type { Examined } from '../../doctor/examine';
import type { Team } from '../../core/event/event';
import type { TeamAddress } from './pace';

interface ReadinessProps {
  readonly teams: readonly Team[];
  /** Teams that requests can be sent to now. */
  readonly addresses: readonly TeamAddress[];
  /** Whether the process lives that waits to send customers; undefined where there is none, as at full speed. */
  readonly isEngineUp: boolean | undefined;
}

/** What is longer than this is no answer, ms. */
const PATIENCE_MS = 2000;

/** Looks whether a rehearsal could start. That its pages are built is known: whoever asks came through them. */
export async function examineRehearsal({ teams, addresses, isEngineUp }: ReadinessProps): Promise<readonly Examined[]> {
  const fronts = teams.map(async ({ id }): Promise<Examined> => {
    const address = addresses.find((each) => each.id === id);
    return { team: id, name: 'front', finding: await lookAt(address) };
  });
  return [
    { name: 'pages', finding: green('built and served') },
    { name: 'engine', finding: engineFinding(isEngineUp) },
    ...(await Promise.all(fronts)),
  ];
}

function engineFinding(isUp: boolean | undefined): Finding {
  if (isUp === undefined) return notApplicable('all traffic is simulated, nothing is sent');
  return isUp
    ? green('up')
    : red('its process has ended', 'Stop this rehearsal and go on with it: gameday rehearse --resume.');
}

async function lookAt(address: TeamAddress | undefined): Promise<Finding> {
  if (address === undefined) return notApplicable('opens when the event starts');
  const { hostname, port } = new URL(address.url);
  // No request: that would take its chances in the team's world, which stands still while the event does.
  const socket = connect({ host: hostname, port: Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return green('open');
  } catch {
    return red('nobody can connect to it', 'Stop this rehearsal and go on with it: gameday rehearse --resume.');
  } finally {
    socket.destroy();
  }
}
