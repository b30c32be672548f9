import type { Clock } from '../../lib/core/view/snapshot';
import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';

interface FreezeBannerProps {
  /** Event time in words; undefined when the standings are not frozen. */
  readonly frozenAt: string | undefined;
  readonly phase: Clock['phase'];
}

/** Says that the standings are not now's and that this is meant. */
export function FreezeBanner({ frozenAt, phase }: FreezeBannerProps) {
  const texts = useTexts(boardTexts);
  if (frozenAt === undefined) return null;
  const over = phase === 'ended' || phase === 'closed';
  return (
    <p className="notice notice-freeze" role="status">
      <svg className="notice-sign" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 1v22M2.5 6.5l19 11M21.5 6.5l-19 11M9 3l3 3 3-3M9 21l3-3 3 3" />
      </svg>
      <strong>{texts.frozenAt(frozenAt)}</strong>
      <span>{over ? texts.frozenOver : texts.frozenPlaying}</span>
    </p>
  );
}
