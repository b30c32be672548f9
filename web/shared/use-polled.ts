import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, askApi } from './api';
import { narrowOffset, type ClockOffset } from './server-clock';

/** What asking again and again has brought so far. */
export interface Polled<T> {
  /** The last good answer; undefined until the first. */
  readonly value: T | undefined;
  /** When it came, ms since the epoch on the viewer's clock. */
  readonly answeredAtMs: number | undefined;
  /** What the answers tell about the server's clock. */
  readonly offset: ClockOffset | undefined;
  /** Why the last try brought none. */
  readonly problem: ApiProblem | undefined;
  /** Asks at once, as after a write. */
  readonly refresh: () => void;
}

/** After failures it waits twice as long each time, at most this long. */
const LONGEST_WAIT_MS = 10_000;

/** Asks the API for `path` every so often, for as long as the page shows it. @param everyMs between an answer and the next question */
export function usePolled<T>(path: string, everyMs: number): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'refresh'>>({
    value: undefined,
    answeredAtMs: undefined,
    offset: undefined,
    problem: undefined,
  });
  const [asked, setAsked] = useState(0);
  const failures = useRef(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      try {
        const { content: value, dated } = await askApi<T>('GET', path);
        failures.current = 0;
        if (gone) return;
        setState(({ offset }) => ({
          value,
          answeredAtMs: Date.now(),
          offset: dated === undefined ? offset : narrowOffset(offset, dated),
          problem: undefined,
        }));
      } catch (error) {
        failures.current += 1;
        const problem = error instanceof ApiProblem ? error : new ApiProblem(0, String(error));
        if (!gone) setState((before) => ({ ...before, problem }));
      }
      if (gone) return;
      const wait = failures.current === 0 ? everyMs : Math.min(LONGEST_WAIT_MS, everyMs * 2 ** failures.current);
      timer = setTimeout(() => void ask(), wait);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, everyMs, asked]);

  // Browsers let hidden pages ask once a minute: whoever comes back wants to see now's.
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') refresh();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [refresh]);

  return { ...state, refresh };
}
