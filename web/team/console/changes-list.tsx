import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { consoleTexts } from '../../texts/console';

/** What happened to the architecture lately, newest first: how far a deployment is. */
export function ChangesList({ changes }: Pick<ArchitectureView, 'changes'>) {
  const texts = useTexts(consoleTexts);
  return (
    <details className="console-changes" open>
      <summary>{texts.lately}</summary>
      {changes.length === 0 ? <p className="quiet">{texts.nothingLately}</p> : null}
      <ol className="scroll" tabIndex={0} aria-label={texts.lately}>
        {changes.map(({ atSeconds, subject, text }, place) => (
          <li key={changes.length - place}>
            <time>{clockWords(atSeconds)}</time> <code>{subject}</code> <span lang="en">{text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
