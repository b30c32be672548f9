import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import type { ResourceView } from './draft';

/** How far a group or a service is from what it should be. */
export function ProgressNote({ progress }: { readonly progress: ResourceView['progress'] }) {
  const texts = useTexts(consoleTexts);
  if (progress === null) return null;
  const { desired, outdated, state } = progress;
  const words = { steady: texts.steady, 'in-progress': texts.inProgress, failed: texts.failed }[state];
  return (
    <span className={`console-progress-${state}`}>
      {[texts.wanted(desired), ...(outdated === 0 ? [] : [texts.outdated(outdated)]), words].join(' · ')}
    </span>
  );
}
