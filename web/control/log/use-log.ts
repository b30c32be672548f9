import { useCallback, useEffect, useState } from 'react';
import type { OrganizerLog } from '../../../lib/api/routes/organizer';
import { callApi } from '../../shared/api';
import type { OrganizerEntry } from './log-lines';

export interface GrowingLog {
  /** In the log's own order. */
  readonly entries: readonly OrganizerEntry[];
  /** Asks at once, as after a write. */
  readonly refresh: () => void;
}

interface Known {
  readonly entries: readonly OrganizerEntry[];
  readonly cursor: string | undefined;
}

/** What is known after a page of the log has come. */
export const withPage = ({ entries }: Known, page: OrganizerLog): Known => ({
  entries: [...entries.slice(0, page.from), ...page.entries],
  cursor: page.cursor,
});

/** The log as it grows, for as long as the page shows it. What fails is asked again: whether the server answers is shown elsewhere. */
export function useLog(everyMs: number): GrowingLog {
  const [known, setKnown] = useState<Known>({ entries: [], cursor: undefined });
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  const { cursor } = known;

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const path = `organizer/log${cursor === undefined ? '' : `?since=${encodeURIComponent(cursor)}`}`;
      const page = await callApi<OrganizerLog>('GET', path).catch(() => undefined);
      if (gone) return;
      // The cursor changes with what has come, which asks again; else it is asked after a while.
      if (page !== undefined && page.cursor !== cursor) setKnown((before) => withPage(before, page));
      else timer = setTimeout(() => void ask(), everyMs);
    };
    timer = setTimeout(() => void ask(), cursor === undefined ? 0 : PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [cursor, everyMs, asked]);

  return { entries: known.entries, refresh };
}

/** Between two pages, ms. */
const PAUSE_MS = 250;
