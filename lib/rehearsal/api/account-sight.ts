import type { AccountSight } from '../../api/ports';
import type { Team } from '../../core/event/event';
import type { LogEntry } from '../../core/records/records';
import { toldDeed } from '../console/told-deed';
import type { Rehearsal } from '../rehearsal';

/** What happened lately in a team's account, as many as somebody reads. */
const MOST_CHANGES = 100;

/** What runs in a team's architecture, what people and bots did to it, and what followed; newest first. */
export function accountSight({ stage, journal }: Rehearsal, { id }: Team): AccountSight {
  const { world } = stage.find(id);
  const done = journal.facts().flatMap((entry) => {
    const what = 'team' in entry && entry.team === id ? toldDeed(entry) : undefined;
    return what === undefined ? [] : [{ atSeconds: journal.secondsOf(entry), who: author(entry), what }];
  });
  const followed = world
    .transitions()
    .map(({ atSeconds, subject, text }) => ({ atSeconds, who: 'arena', what: `${subject} ${text}` }));
  const changes = [...done, ...followed].sort((a, b) => a.atSeconds - b.atSeconds);
  return { resources: world.resources(), changes: changes.slice(-MOST_CHANGES).reverse() };
}

const author = ({ by }: LogEntry): string => (by.startsWith('bot:') ? 'bot' : by.replace(/^team:/, ''));
