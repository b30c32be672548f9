import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { useTexts } from '../shared/use-texts';
import { clockWords } from '../shared/words';
import { controlTexts } from '../texts/control';

/** What the audience sees of the standings. */
export function FreezeBadge({ freeze }: Pick<OrganizerView, 'freeze'>) {
  const texts = useTexts(controlTexts);
  const { frozen, revealed, atSeconds } = freeze;
  const at = atSeconds === null ? undefined : clockWords(atSeconds);
  if (revealed) return <p className="freeze-badge">★ {texts.isRevealed}</p>;
  if (frozen) return <p className="freeze-badge freeze-badge-frozen">❄ {texts.isFrozen(at ?? '')}</p>;
  return <p className="freeze-badge">{at === undefined ? texts.neverFreezes : texts.willFreeze(at)}</p>;
}
