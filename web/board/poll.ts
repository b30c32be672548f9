import type { Snapshot } from '../../lib/core/view/snapshot';
import { narrowOffset, type ClockOffset } from '../shared/server-clock';
import { parseSnapshot } from '../shared/snapshot-schema';

/** What polling has brought so far. Times are the viewer's clock, ms since the epoch. */
export interface Feed {
  /** The last good one; undefined until the first. */
  readonly snapshot: Snapshot | undefined;
  /** When the last good answer came. */
  readonly answeredAtMs: number | undefined;
  readonly offset: ClockOffset | undefined;
  /** Polls in a row without a good answer. */
  readonly failures: number;
  /** The server can be asked for earlier boards. */
  readonly archived: boolean;
}

interface PollProps {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
  readonly onFeed: (feed: Feed) => void;
  /** @default 1000 */
  readonly everyMs?: number;
}

export const nothingYet: Feed = {
  snapshot: undefined,
  answeredAtMs: undefined,
  offset: undefined,
  failures: 0,
  archived: false,
};

/** An answer that takes longer than this is a failure. */
const PATIENCE_MS = 8000;
/** A board that was cut off shows the truth again at most this long after the network is back. */
const LONGEST_WAIT_MS = 10_000;

/** Polls the scoreboard until the returned function is called; after failures it waits twice as long each time. */
export function pollScoreboard({ url, fetch, nowMs, onFeed, everyMs = 1000 }: PollProps): () => void {
  let stopped = false;
  let feed = nothingYet;
  let tag: string | null = null;
  let timer: ReturnType<typeof setTimeout>;
  let cut = new AbortController();

  const ask = async (): Promise<void> => {
    cut = new AbortController();
    const patience = setTimeout(() => cut.abort(), PATIENCE_MS);
    try {
      const sentAtMs = nowMs();
      // `no-cache` lets the browser ask with the tag of what it holds; an unchanged board travels as an empty 304.
      const answer = await fetch(url, { cache: 'no-cache', signal: cut.signal });
      if (!answer.ok) throw new Error(`the scoreboard answered ${answer.status}`);
      const receivedAtMs = nowMs();
      const newTag = answer.headers.get('ETag');
      const unchanged = tag !== null && newTag === tag;
      const snapshot = unchanged ? feed.snapshot : parseSnapshot(await answer.json());
      tag = newTag;
      const dateMs = Date.parse(answer.headers.get('Date') ?? '');
      const dated = !Number.isNaN(dateMs);
      const offset = dated ? narrowOffset(feed.offset, { sentAtMs, receivedAtMs, dateMs }) : feed.offset;
      // https://www.rfc-editor.org/rfc/rfc8288; `archives` leads to earlier ones.
      const archived = /;\s*rel="?archives"?/.test(answer.headers.get('Link') ?? '');
      feed = { snapshot, answeredAtMs: receivedAtMs, offset, failures: 0, archived };
    } catch {
      // Network, status, JSON or schema: to the audience it is all one, the last good standings and their age.
      feed = { ...feed, failures: feed.failures + 1 };
    } finally {
      clearTimeout(patience);
    }
  };

  const poll = async (): Promise<void> => {
    await ask();
    if (stopped) return;
    onFeed(feed);
    timer = setTimeout(() => void poll(), waitMs(everyMs, feed.failures));
  };
  void poll();

  return () => {
    stopped = true;
    cut.abort();
    clearTimeout(timer);
  };
}

function waitMs(everyMs: number, failures: number): number {
  return failures === 0 ? everyMs : Math.max(everyMs, Math.min(LONGEST_WAIT_MS, everyMs * 2 ** (failures - 1)));
}
