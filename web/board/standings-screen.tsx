import { useMemo } from 'react';
import type { Snapshot } from '../../lib/core/view/snapshot';
import type { ClockOffset } from '../shared/server-clock';
import { EventClock } from './event-clock';
import { FreezeBanner } from './freeze-banner';
import { graphOf } from './graph';
import { NewsTicker } from './news-ticker';
import { Announcement, StaleNotice, Winners } from './notices';
import { PhaseBadge } from './phase-badge';
import { ScoreGraph } from './score-graph';
import { StandingsTable } from './standings-table';
import { TrafficGauge } from './traffic-gauge';
import type { StandingsView } from './view';

interface StandingsScreenProps {
  readonly view: StandingsView;
  readonly snapshot: Snapshot;
  readonly offset: ClockOffset | undefined;
}

/** The board while the event is played and after it. */
export function StandingsScreen({ view, snapshot, offset }: StandingsScreenProps) {
  const graph = useMemo(() => graphOf(snapshot), [snapshot]);
  return (
    <div className={`screen seats-${view.seating.kind}`} data-screen="standings" data-freshness={view.freshness.state}>
      <header className="masthead">
        <div className="event-name">
          <h1>{view.eventName}</h1>
          <PhaseBadge phase={view.phase} freshness={view.freshness} speed={snapshot.clock.speed} />
        </div>
        {view.traffic && <TrafficGauge traffic={view.traffic} />}
        <EventClock clock={snapshot.clock} offset={offset} />
      </header>
      <div className="notices">
        <StaleNotice freshness={view.freshness} />
        <Winners names={view.winners} />
        <FreezeBanner frozenAt={view.frozenAt} phase={view.phase} />
        <Announcement text={view.announcement} />
      </div>
      <main className="standings">
        <StandingsTable rows={view.rows} seating={view.seating} />
      </main>
      <aside className="side">
        {snapshot.rounds > 0 ? <ScoreGraph graph={graph} /> : <FirstRound />}
        <NewsTicker news={view.news} />
      </aside>
    </div>
  );
}

function FirstRound() {
  return (
    <section className="graph">
      <h2 className="label">Points</h2>
      <p className="graph-none">The first round is being played.</p>
    </section>
  );
}
