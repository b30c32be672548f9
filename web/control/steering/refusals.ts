import type { OrganizerView } from '../../../lib/api/views/organizer-view';

export type SteeringType =
  'started' | 'paused' | 'resumed' | 'extended' | 'closed' | 'frozen' | 'revealed' | 'traffic' | 'announced';

/** Why something cannot be done to the day now; each is a text of the page. */
export type SteeringRefusal =
  | 'notHere'
  | 'startedAlready'
  | 'comesAlready'
  | 'notRunning'
  | 'notPaused'
  | 'overAlready'
  | 'closedAlready'
  | 'frozenAlready'
  | 'notFrozen'
  | 'revealedAlready';

/**
 * Why the server would refuse it now; undefined when it would not, as far as the page can know. The rules themselves are
 * `steeringEntry`’s: this only spares organizers a try.
 */
export function steeringRefusal(
  { steering, clock: { phase }, freeze, comes }: Pick<OrganizerView, 'steering' | 'clock' | 'freeze' | 'comes'>,
  type: SteeringType,
): SteeringRefusal | undefined {
  if (!steering.includes(type)) return 'notHere';
  if (type === 'revealed') {
    if (freeze.revealed) return 'revealedAlready';
    return freeze.frozen ? undefined : 'notFrozen';
  }
  if (phase === 'closed') return 'closedAlready';
  switch (type) {
    case 'started':
      if (phase !== 'waiting') return 'startedAlready';
      return comes === null ? undefined : 'comesAlready';
    case 'paused':
      return phase === 'running' ? undefined : 'notRunning';
    case 'resumed':
      if (phase !== 'paused') return 'notPaused';
      return comes === null ? undefined : 'comesAlready';
    case 'extended':
      return phase === 'ended' ? 'overAlready' : undefined;
    case 'frozen':
      return freeze.frozen || freeze.revealed ? 'frozenAlready' : undefined;
    case 'traffic':
    case 'announced':
    case 'closed':
      return undefined;
  }
}
