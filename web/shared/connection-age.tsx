import { sharedTexts } from '../texts/shared';
import { useNow } from './use-now';
import type { Polled } from './use-polled';
import { useTexts } from './use-texts';
import { durationWords } from './words';

/** One slow answer is no news. */
const SILENT_AFTER_MS = 6000;

/** How old what the page shows is, once the server has not answered for a while; nothing before. */
export function ConnectionAge({ answeredAtMs, problem }: Pick<Polled<unknown>, 'answeredAtMs' | 'problem'>) {
  const texts = useTexts(sharedTexts);
  const silentMs = useNow(1000) - (answeredAtMs ?? 0);
  const silent = problem !== undefined && (answeredAtMs === undefined || silentMs >= SILENT_AFTER_MS);
  return (
    <div role="status" className={silent ? 'connection-age' : 'connection-age-none'}>
      {silent ? (answeredAtMs === undefined ? texts.noAnswer : texts.age(durationWords(silentMs / 1000))) : null}
    </div>
  );
}
