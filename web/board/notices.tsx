import { useTexts } from '../shared/use-texts';
import { durationWords } from '../shared/words';
import { boardTexts } from '../texts/board';
import type { Freshness } from './freshness';

/** The standings are old, how old, and that somebody is trying. */
export function StaleNotice({ freshness }: { readonly freshness: Freshness }) {
  const texts = useTexts(boardTexts);
  if (freshness.state === 'live') return null;
  return (
    <p className="notice notice-stale" role="status">
      <strong>{texts.staleFor(durationWords(freshness.ageSeconds))}</strong>
      <span>{freshness.because === 'unreachable' ? texts.noAnswer : texts.scoredLate}</span>
    </p>
  );
}

export function Winners({ names }: { readonly names: readonly string[] }) {
  const texts = useTexts(boardTexts);
  if (names.length === 0) return null;
  return (
    <p className="notice notice-winner">
      <svg className="notice-sign" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 3h12v6a6 6 0 0 1-12 0zM6 5H2v2a4 4 0 0 0 4 4M18 5h4v2a4 4 0 0 1-4 4M12 15v6M7 21h10" />
      </svg>
      <strong dir="auto">{names.join(texts.and)}</strong>
      <span>{names.length > 1 ? texts.winTogether : texts.wins}</span>
    </p>
  );
}

/** The organizer's newest words, above the standings. */
export function Announcement({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className="notice notice-announcement" role="status">
      <strong dir="auto">{text}</strong>
    </p>
  );
}
