import type { Award } from '../../../lib/core/view/awards';
import type { Snapshot } from '../../../lib/core/view/snapshot';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { showTexts } from '../../texts/board-show';
import { AwardSign } from './award-sign';
import { awardWords } from './award-words';

interface AwardCardsProps {
  readonly awards: readonly Award[];
  /** How many are handed out. */
  readonly given: number;
  readonly teams: Snapshot['teams'];
}

/** The awards, one after the other. */
export function AwardCards({ awards, given, teams }: AwardCardsProps) {
  const texts = useTexts(showTexts);
  const words = useWords();
  return (
    <ul className="award-cards">
      {awards.map((award, number) => {
        const { title, winner, figure } = awardWords(award, teams, texts, words);
        const known = number < given;
        return (
          <li key={award.kind} className={known ? 'award-card award-given' : 'award-card'}>
            <AwardSign kind={award.kind} />
            <h2>{title}</h2>
            {known ? (
              <>
                <p className="award-winner" dir="auto">
                  {winner}
                </p>
                {figure === undefined ? null : <p className="award-figure">{figure}</p>}
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
