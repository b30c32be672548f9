import { useEffect } from 'react';
import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { ConnectionAge } from '../shared/connection-age';
import { DayClock } from '../shared/day-clock';
import { usePolled } from '../shared/use-polled';
import { LanguageChoice, useTexts } from '../shared/use-texts';
import { controlTexts } from '../texts/control';
import { sharedTexts } from '../texts/shared';
import { Renew } from './deed';
import { ExperimentsTab } from './experiments/experiments-tab';
import { FreezeBadge } from './freeze-badge';
import { IncidentsTab } from './incidents/incidents-tab';
import { LogTab } from './log/log-tab';
import { useLog } from './log/use-log';
import { ProblemsTab } from './problems-tab';
import { unanswered } from './questions/questions';
import { QuestionsTab } from './questions/questions-tab';
import { RepairsTable } from './repairs-table';
import { RulingsTab } from './rulings/rulings-tab';
import { SteeringColumn } from './steering/steering-column';
import { Tabs } from './tabs';
import { TeamsTab } from './teams/teams-tab';

const EVERY_MS = 2000;

interface DeskProps {
  readonly leave: () => void;
  readonly lost: () => void;
}

/** Everything that an organizer sees and does. */
export function Desk({ leave, lost }: DeskProps) {
  const polled = usePolled<OrganizerView>('organizer', EVERY_MS);
  const log = useLog(EVERY_MS);
  const texts = useTexts(controlTexts);
  const shared = useTexts(sharedTexts);
  const { value: view, problem, offset, refresh } = polled;
  const isOver = problem?.status === 401 || problem?.status === 403;
  useEffect(() => {
    if (isOver) lost();
  }, [isOver, lost]);
  const renew = (): void => {
    refresh();
    log.refresh();
  };
  return (
    <Renew value={renew}>
      <div className="desk">
        <header className="desk-head">
          <h1>{view?.event.name ?? texts.title}</h1>
          {view === undefined ? null : (
            <>
              <DayClock clock={view.clock} offset={offset} />
              <FreezeBadge freeze={view.freeze} />
            </>
          )}
          <div className="desk-self">
            <LanguageChoice />
            <button type="button" onClick={leave}>
              {shared.logOut}
            </button>
          </div>
        </header>
        <ConnectionAge {...polled} />
        {view === undefined ? null : (
          <main className="desk-main">
            <SteeringColumn view={view} offset={offset} />
            <Tabs
              label={texts.parts}
              waits={texts.waits}
              tabs={[
                { id: 'teams', label: texts.teams, content: () => <TeamsTab view={view} offset={offset} /> },
                { id: 'experiments', label: texts.experiments, content: () => <ExperimentsTab view={view} /> },
                { id: 'repairs', label: texts.repairs, content: () => <RepairsTable view={view} /> },
                { id: 'incidents', label: texts.incidents, content: () => <IncidentsTab view={view} /> },
                {
                  id: 'questions',
                  label: texts.questions,
                  waiting: unanswered(view.questions).length,
                  content: () => <QuestionsTab view={view} />,
                },
                {
                  id: 'rulings',
                  label: texts.rulings,
                  content: () => <RulingsTab view={view} entries={log.entries} />,
                },
                { id: 'log', label: texts.log, content: () => <LogTab view={view} log={log} /> },
                {
                  id: 'problems',
                  label: texts.problems,
                  waiting: view.problems.length,
                  content: () => <ProblemsTab problems={view.problems} />,
                },
              ]}
            />
          </main>
        )}
      </div>
    </Renew>
  );
}
