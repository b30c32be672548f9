import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import { AskButton } from './ask-button';
import { drafted, meant, type Draft, type ResourceView } from './draft';
import { ProgressNote } from './progress-note';
import { ServersTable } from './servers-table';
import { SettingField } from './setting-field';
import type { ConsoleActions } from './use-console';

interface ResourceSheetProps {
  readonly resource: ResourceView;
  readonly view: ArchitectureView;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly actions: ConsoleActions;
}

/** One resource: what runs of it, its settings, and what can be done with it. */
export function ResourceSheet({ resource, view, draft, setDraft, actions }: ResourceSheetProps) {
  const { id, type, settings, progress } = resource;
  const locked = view.player === 'bot';
  const servers = view.servers.filter((server) => isShown(resource, server));
  return (
    <>
      <h3>
        <code>{id}</code>
      </h3>
      <p className="quiet console-notes">
        {type} <ProgressNote progress={progress} />
      </p>
      {servers.length === 0 ? null : <ServersTable servers={servers} locked={locked} operate={actions.operate} />}
      <Deeds resource={resource} locked={locked} actions={actions} />
      <div className="console-settings">
        {settings.map((setting) => (
          <SettingField
            key={setting.path.join('/')}
            setting={setting}
            value={meant(draft, id, setting)}
            resources={view.resources}
            locked={locked}
            set={(value) => setDraft(drafted(draft, id, setting, value))}
          />
        ))}
      </div>
    </>
  );
}

/** A resource's own servers, or those that a target group judges. */
const isShown = ({ id }: ResourceView, { owner, targets }: ArchitectureView['servers'][number]): boolean =>
  owner === id || targets.some(({ group }) => group === id);

interface DeedsProps {
  readonly resource: ResourceView;
  readonly locked: boolean;
  readonly actions: ConsoleActions;
}

function Deeds({ resource: { id, renewal, creations, deletable }, locked, actions }: DeedsProps) {
  const texts = useTexts(consoleTexts);
  return (
    <div className="console-deeds">
      {renewal === null ? null : (
        <AskButton
          label={texts[renewal]}
          means={texts[`${renewal}Means`]}
          on={id}
          locked={locked}
          act={() => actions.operate(renewal, id)}
        />
      )}
      {creations.map((creation) => (
        <AskButton
          key={creation}
          label={texts[creation]}
          means={texts.createMeans}
          on={id}
          locked={locked}
          act={() => actions.create(creation, id)}
        />
      ))}
      {deletable ? (
        <AskButton
          label={texts.delete}
          means={texts.deleteMeans}
          on={id}
          danger
          locked={locked}
          act={() => actions.remove(id)}
        />
      ) : null}
    </div>
  );
}
