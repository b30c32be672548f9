import { useMemo } from 'react';
import type { Snapshot } from '../../lib/core/view/snapshot';
import type { ClockOffset } from '../shared/server-clock';
import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';
import { EventClock } from './event-clock';
import { FreezeBanner } from './freeze-banner';
import { graphOf } from './graph';
import { NewsTicker } from './news-ticker';
import { Announcement, StaleNotice, Winners } from './notices';
import { PhaseBadge } from './phase-badge';
import { IncidentLanes } from './incidents/incident-lanes';
import { ScoreGraph } from './score-graph';
import { AwardsList } from './side/awards-list';
import { FreezePanel } from './side/freeze-panel';
import type { Slot } from './side/slot';
import { SpotlightCard } from './side/spotlight-card';
import { StandingsTable } from './standings-table';
import { TrafficGauge } from './traffic-gauge';
import type { StandingsView } from './view';

interface StandingsScreenProps {
  readonly view: StandingsView;
  readonly snapshot: Snapshot;
  readonly offset: ClockOffset | undefined;
  readonly slot: Slot;
  /** It is an earlier moment, which somebody looks back at. */
  readonly rewound: boolean;
}

/** The board while the event is played and after it. */
export function StandingsScreen({ view, snapshot, offset, slot, rewound }: StandingsScreenProps) {
  const graph = useMemo(() => graphOf(snapshot), [snapshot]);
  return (
    <div className={`screen seats-${view.seating.kind}`} data-screen="standings" data-freshness={view.freshness.state}>
      <header className="masthead">
        <div className="event-name">
          <h1>{view.eventName}</h1>
          <PhaseBadge phase={view.phase} freshness={view.freshness} speed={snapshot.clock.speed} rewound={rewound} />
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
      <aside className={`side side-${sideOf(snapshot)}`}>
        {snapshot.rounds > 0 ? <ScoreGraph graph={graph} /> : <FirstRound />}
        <SlotContent slot={slot} snapshot={snapshot} offset={offset} />
        {snapshot.awards === null ? <NewsTicker news={view.news} /> : null}
      </aside>
    </div>
  );
}

/** What the side has to make room for. */
const sideOf = ({ awards, freeze }: Snapshot): string =>
  awards !== null ? 'final' : freeze.frozen ? 'frozen' : 'live';

function SlotContent({ slot, snapshot, offset }: Pick<StandingsScreenProps, 'slot' | 'snapshot' | 'offset'>) {
  switch (slot.kind) {
    case 'spotlight':
      return <SpotlightCard spotlight={slot.spotlight} teams={snapshot.teams} />;
    case 'freeze':
      return <FreezePanel snapshot={snapshot} offset={offset} />;
    case 'awards':
      return <AwardsList snapshot={snapshot} />;
    case 'incidents':
      return <IncidentLanes snapshot={snapshot} />;
  }
}

function FirstRound() {
  const texts = useTexts(boardTexts);
  return (
    <section className="graph">
      <h2 className="label">{texts.points}</h2>
      <p className="graph-none">{texts.firstRound}</p>
    </section>
  );
}
