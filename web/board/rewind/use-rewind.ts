import { useCallback, useEffect, useState } from 'react';
import type { Snapshot } from '../../../lib/core/view/snapshot';
import { callApi } from '../../shared/api';
import { parseSnapshot } from '../../shared/snapshot-schema';

/** Looking back at an earlier moment of the event, or not. */
export interface Rewind {
  /** The moment that was asked for, seconds of event time; undefined: now. */
  readonly wanted: number | undefined;
  /** What is known of it, or of the moment that was looked at before. */
  readonly snapshot: Snapshot | undefined;
  readonly failed: boolean;
  readonly playing: boolean;
  readonly goTo: (seconds: number) => void;
  readonly toLive: () => void;
  readonly toggle: () => void;
}

interface Span {
  readonly roundSeconds: number;
  /** The latest moment that may be looked at. */
  readonly lastSeconds: number;
}

/** Whoever drags asks for the moment at which they rest. */
const RESTS_MS = 80;
/** Between two moments of a replay: as long as teams take to travel. */
const PLAYS_MS = 750;
/** A replay has this many moments at most. */
const MOST_MOMENTS = 120;

interface Seen {
  readonly seconds: number;
  readonly failed: boolean;
  /** The last that could be had. */
  readonly snapshot: Snapshot | undefined;
}

/** Asks the API for earlier moments, and plays them one after the other when told to, until it has reached the last. */
export function useRewind({ roundSeconds, lastSeconds }: Span): Rewind {
  const [wanted, setWanted] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const [seen, setSeen] = useState<Seen>();

  useEffect(() => {
    if (wanted === undefined) return undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      const snapshot = await callApi<unknown>('GET', `scoreboard?at=${wanted}`).then(parseSnapshot, () => undefined);
      if (gone) return;
      const failed = snapshot === undefined;
      setSeen((before) => ({ seconds: wanted, failed, snapshot: snapshot ?? before?.snapshot }));
      if (failed) setPlaying(false);
    };
    const timer = setTimeout(() => void ask(), RESTS_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wanted]);

  const toLive = useCallback(() => {
    setWanted(undefined);
    setSeen(undefined);
    setPlaying(false);
  }, []);

  useEffect(() => {
    if (!playing || wanted === undefined || seen?.seconds !== wanted) return undefined;
    const rounds = Math.max(1, Math.ceil(lastSeconds / roundSeconds / MOST_MOMENTS));
    const next = wanted + rounds * roundSeconds;
    const timer = setTimeout(() => (next > lastSeconds ? toLive() : setWanted(next)), PLAYS_MS);
    return () => clearTimeout(timer);
  }, [playing, wanted, seen, lastSeconds, roundSeconds, toLive]);

  const goTo = useCallback((seconds: number) => setWanted(seconds), []);
  const toggle = useCallback(() => {
    setPlaying((before) => !before);
    setWanted((before) => before ?? 0);
  }, []);
  return {
    wanted,
    snapshot: wanted === undefined ? undefined : seen?.snapshot,
    failed: wanted !== undefined && seen?.seconds === wanted && seen.failed,
    playing,
    goTo,
    toLive,
    toggle,
  };
}
