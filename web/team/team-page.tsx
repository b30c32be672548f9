import { useEffect } from 'react';
import type { TeamView } from '../../lib/api/views/team-view';
import { ConnectionAge } from '../shared/connection-age';
import { Login } from '../shared/login';
import { usePolled } from '../shared/use-polled';
import { useTexts } from '../shared/use-texts';
import { teamTexts } from '../texts/team';
import { ArenaConsole } from './console/arena-console';
import { AccessPanel } from './access-panel';
import { AccountPanel } from './account-panel';
import { EndpointPanel } from './endpoint-panel';
import { GraphsPanel } from './graphs-panel';
import { HintsPanel } from './hints-panel';
import { IncidentPanel } from './incident-panel';
import { Masthead } from './masthead';
import { NewsPanel } from './news-panel';
import { ScorePanel } from './score-panel';
import { teamPath } from './team-path';

/** A team's own page. */
export function TeamPage() {
  const texts = useTexts(teamTexts);
  return (
    <Login by="code" title={texts.title}>
      {({ team }, leave, lost) => (team === null ? null : <Standing team={team} leave={leave} lost={lost} />)}
    </Login>
  );
}

interface StandingProps {
  readonly team: string;
  readonly leave: () => void;
  readonly lost: () => void;
}

const EVERY_MS = 2000;

function Standing({ team, leave, lost }: StandingProps) {
  const polled = usePolled<TeamView>(teamPath(team), EVERY_MS);
  const { value: view, offset, problem, refresh } = polled;
  const over = problem?.status === 401;
  useEffect(() => {
    if (over) lost();
  }, [over, lost]);

  return (
    <>
      {view === undefined ? null : <Masthead view={view} offset={offset} leave={leave} />}
      <ConnectionAge {...polled} />
      {view === undefined ? null : (
        <main className="team">
          <div className="team-now">
            <IncidentPanel view={view} refresh={refresh} />
            <ScorePanel view={view} />
          </div>
          <div className="team-sight">
            <GraphsPanel view={view} />
            <AccountPanel team={team} />
          </div>
          <div className="team-talk">
            <NewsPanel view={view} refresh={refresh} />
            <HintsPanel view={view} refresh={refresh} />
            <EndpointPanel view={view} refresh={refresh} />
            {view.offers.includes('aws-account') ? <AccessPanel view={view} /> : null}
          </div>
          {view.offers.includes('console') ? <ArenaConsole team={team} /> : null}
        </main>
      )}
    </>
  );
}
