import { useState } from 'react';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import type { Draft } from './draft';
import { useValueWords } from './use-value-words';

interface DraftBarProps {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly deploy: () => Promise<void>;
}

/** Changes that are meant and not deployed, and the look at them before they are. */
export function DraftBar({ draft, setDraft, deploy }: DraftBarProps) {
  const texts = useTexts(consoleTexts);
  const [asking, ask] = useState(false);
  if (draft.length === 0) return null;
  return (
    <div className="console-draft">
      <p role="status">{texts.drafted(draft.length)}</p>
      <button type="button" className="primary" onClick={() => ask(true)}>
        {texts.review}
      </button>
      <button type="button" onClick={() => setDraft([])}>
        {texts.discard}
      </button>
      {asking ? (
        <ConfirmDialog title={texts.review} confirm={texts.deploy} onConfirm={deploy} onClose={() => ask(false)}>
          <p>{texts.deployMeans}</p>
          <DraftTable draft={draft} />
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function DraftTable({ draft }: { readonly draft: Draft }) {
  const texts = useTexts(consoleTexts);
  const words = useValueWords();
  return (
    <ul className="console-review">
      {draft.map(({ resource, path, before, after }) => (
        <li key={`${resource}/${path.join('/')}`}>
          <code>{resource}</code>
          <strong>{path.join('.')}</strong>
          <span>
            <del>{words(before)}</del> <span aria-label={texts.becomes}>→</span> <ins>{words(after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
