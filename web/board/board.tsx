import { useEffect, useState } from 'react';
import { useNow } from '../shared/use-now';
import { LoadingScreen } from './loading-screen';
import { nothingYet, pollScoreboard } from './poll';
import { StandingsScreen } from './standings-screen';
import { boardView } from './view';
import { WaitingScreen } from './waiting-screen';

/** The projected page: polls the scoreboard and shows the screen that its moment asks for. */
export function Board({ scoreboardUrl }: { readonly scoreboardUrl: string }) {
  const [feed, setFeed] = useState(nothingYet);
  const now = useNow(1000);
  useEffect(
    () =>
      pollScoreboard({ url: scoreboardUrl, fetch: (...asked) => fetch(...asked), nowMs: Date.now, onFeed: setFeed }),
    [scoreboardUrl],
  );

  // A feed may be newer than the last tick.
  const view = boardView(feed, Math.max(now, feed.answeredAtMs ?? 0));
  switch (view.screen) {
    case 'loading':
      return <LoadingScreen unreachable={view.unreachable} />;
    case 'waiting':
      return <WaitingScreen view={view} offset={feed.offset} />;
    case 'standings':
      return feed.snapshot && <StandingsScreen view={view} snapshot={feed.snapshot} offset={feed.offset} />;
  }
}
