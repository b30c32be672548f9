import { useCallback, useEffect, useReducer } from 'react';
import { useNow } from '../shared/use-now';
import { useWords } from '../shared/use-words';
import { boardAtFirst, boardReducer, stepsOf } from './board-state';
import { Dock } from './dock/dock';
import { LoadingScreen } from './loading-screen';
import { pollScoreboard, type Feed } from './poll';
import type { RevealMove } from './reveal/reveal-state';
import { RevealScreen } from './reveal/reveal-screen';
import { RevealControls } from './reveal/reveal-controls';
import { RewindControls } from './rewind/rewind-controls';
import { useRewind } from './rewind/use-rewind';
import { slotAt } from './side/slot';
import { StandingsScreen } from './standings-screen';
import { boardView } from './view';
import { WaitingScreen } from './waiting-screen';

/** The projected page: polls the scoreboard and shows the screen that its moment asks for. */
export function Board({ scoreboardUrl }: { readonly scoreboardUrl: string }) {
  const [{ feed, reveal, held }, dispatch] = useReducer(boardReducer, boardAtFirst);
  const onMove = useCallback((move: RevealMove) => dispatch({ type: 'moved', move }), []);
  const words = useWords();
  const now = useNow(1000);
  const rewind = useRewind(spanOf(feed));
  useEffect(
    () =>
      pollScoreboard({
        url: scoreboardUrl,
        fetch: (...asked) => fetch(...asked),
        nowMs: Date.now,
        onFeed: (fed) => dispatch({ type: 'fed', feed: fed, atMs: Date.now() }),
      }),
    [scoreboardUrl],
  );

  // A feed may be newer than the last tick.
  const viewerMs = Math.max(now, feed.answeredAtMs ?? 0);
  const view = boardView({ ...feed, snapshot: rewind.snapshot ?? feed.snapshot }, viewerMs, words);
  const { snapshot } = feed;
  if (view.screen === 'loading' || snapshot === undefined) {
    return <LoadingScreen unreachable={view.screen === 'loading' && view.unreachable} />;
  }
  if (view.screen === 'waiting') {
    return (
      <>
        <WaitingScreen view={view} snapshot={snapshot} offset={feed.offset} />
        <Dock />
      </>
    );
  }
  const steps = stepsOf(feed);
  const step = reveal.stage === 'running' ? steps[reveal.step] : undefined;
  const controls = <RevealControls reveal={reveal} steps={steps} onMove={onMove} />;
  if (step !== undefined) {
    return (
      <>
        <RevealScreen snapshot={snapshot} step={step} />
        <Dock pinned>{controls}</Dock>
      </>
    );
  }
  const shown = rewind.snapshot ?? snapshot;
  return (
    <>
      <StandingsScreen
        view={view}
        snapshot={shown}
        offset={feed.offset}
        slot={slotAt(shown, rewind.wanted === undefined ? held : undefined, viewerMs)}
        rewound={rewind.snapshot !== undefined}
      />
      <Dock pinned={rewind.wanted !== undefined}>
        {feed.archived ? <RewindControls rewind={rewind} {...spanOf(feed)} /> : null}
        {reveal.stage === 'done' ? controls : null}
      </Dock>
    </>
  );
}

/** What may be looked back at: whole rounds up to now, or to the freeze. */
function spanOf({ snapshot }: Feed): { readonly roundSeconds: number; readonly lastSeconds: number } {
  if (snapshot === undefined) return { roundSeconds: 1, lastSeconds: 0 };
  const { roundSeconds } = snapshot.event;
  const seconds = snapshot.freeze.frozen ? (snapshot.freeze.atSeconds ?? 0) : snapshot.clock.eventSeconds;
  return { roundSeconds, lastSeconds: Math.floor(seconds / roundSeconds) * roundSeconds };
}
