import { useState } from 'react';
import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { Panel } from '../../shared/panel';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import { ChangesList } from './changes-list';
import type { Draft } from './draft';
import { DraftBar } from './draft-bar';
import { ResourceList } from './resource-list';
import { ResourceSheet } from './resource-sheet';
import { SeatBar } from './seat-bar';
import { useConsole, type ConsoleActions } from './use-console';
import './console.css';

/** The arena's own console: a person takes a team over from its bot and repairs its architecture. Shows nothing where AWS has consoles. */
export function ArenaConsole({ team }: { readonly team: string }) {
  const texts = useTexts(consoleTexts);
  const { polled, draft, setDraft, actions } = useConsole(team);
  const { value } = polled;
  if (value === undefined) return null;
  return (
    <Panel title={texts.title} className="console">
      <SeatBar player={value.player} seat={actions.seat} />
      <Desk view={value} draft={draft} setDraft={setDraft} actions={actions} />
    </Panel>
  );
}

interface DeskProps {
  readonly view: ArchitectureView;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly actions: ConsoleActions;
}

function Desk({ view, draft, setDraft, actions }: DeskProps) {
  const texts = useTexts(consoleTexts);
  const [chosen, choose] = useState<string>();
  const resource = view.resources.find(({ id }) => id === chosen);
  return (
    <>
      <div className="console-desk">
        <ResourceList view={view} chosen={chosen} choose={choose} />
        <div className="console-sheet">
          {resource === undefined ? (
            <p className="quiet">{texts.choose}</p>
          ) : (
            <ResourceSheet
              key={resource.id}
              resource={resource}
              view={view}
              draft={draft}
              setDraft={setDraft}
              actions={actions}
            />
          )}
        </div>
      </div>
      <DraftBar draft={draft} setDraft={setDraft} deploy={actions.deploy} />
      <ChangesList changes={view.changes} />
    </>
  );
}
