import type { DatedEntry } from '../records/effective-log';
import { secondsAt, type Timeline } from '../time/timeline';

/** What a team said about an incident, with who said it and when in event time. */
export type Message =
  | (MessageBase<'declared'> & { readonly text: string })
  | (MessageBase<'updated'> & { readonly text: string; readonly audience: 'internal' | 'external' })
  | MessageBase<'resolved'>;

interface MessageBase<Kind extends string> {
  readonly kind: Kind;
  readonly atSeconds: number;
  readonly by: string;
}

/** What a team said, oldest first. @param entries the log that holds */
export const messagesOf = (entries: readonly DatedEntry[], timeline: Timeline, team: string): readonly Message[] =>
  entries.flatMap(({ at, entry }): Message[] => {
    if (!('team' in entry) || entry.team !== team) return [];
    const { by } = entry;
    const atSeconds = secondsAt(timeline, at);
    switch (entry.type) {
      case 'incident-declared':
        return [{ kind: 'declared', atSeconds, by, text: entry.text }];
      case 'incident-updated':
        return [{ kind: 'updated', atSeconds, by, text: entry.text, audience: entry.audience }];
      case 'incident-resolved':
        return [{ kind: 'resolved', atSeconds, by }];
      default:
        return [];
    }
  });

/** What messages are about: the fold's answer to which declaration belongs where. */
interface Subjects {
  readonly impacts: readonly {
    readonly startSeconds: number;
    readonly endSeconds: number | null;
    readonly declaredAtSeconds: number | null;
  }[];
  /** Event time of each false alarm's declaration. */
  readonly falseAlarms: readonly number[];
}

interface SortedMessages {
  /** By the impact's place in the list. */
  readonly ofImpact: readonly (readonly Message[])[];
  /** By the false alarm's place in the list. */
  readonly ofFalseAlarm: readonly (readonly Message[])[];
  readonly unattached: readonly Message[];
}

/**
 * Sorts what a team said by what it is about. A declaration that counts goes where the fold assigned it. Anything else is about the impact
 * that is open at its instant; while none is, about what was declared last, before which it is about nothing.
 */
export function sortMessages(messages: readonly Message[], { impacts, falseAlarms }: Subjects): SortedMessages {
  const ofImpact: Message[][] = impacts.map(() => []);
  const ofFalseAlarm: Message[][] = falseAlarms.map(() => []);
  const unattached: Message[] = [];
  const unmatchedImpacts = new Set(impacts.keys());
  const unmatchedAlarms = new Set(falseAlarms.keys());
  let declaredLast = unattached;

  for (const message of messages) {
    const { atSeconds } = message;
    if (message.kind === 'declared') {
      const impact = [...unmatchedImpacts].find((index) => impacts[index]?.declaredAtSeconds === atSeconds);
      const alarm = [...unmatchedAlarms].find((index) => falseAlarms[index] === atSeconds);
      if (impact !== undefined) {
        unmatchedImpacts.delete(impact);
        declaredLast = ofImpact[impact]!;
        declaredLast.push(message);
        continue;
      }
      if (alarm !== undefined) {
        unmatchedAlarms.delete(alarm);
        declaredLast = ofFalseAlarm[alarm]!;
        declaredLast.push(message);
        continue;
      }
    }
    const open = impacts.findIndex(
      ({ startSeconds, endSeconds }) => startSeconds <= atSeconds && atSeconds < (endSeconds ?? Infinity),
    );
    (ofImpact[open] ?? declaredLast).push(message);
  }
  return { ofImpact, ofFalseAlarm, unattached };
}
