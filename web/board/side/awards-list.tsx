import type { Snapshot } from '../../../lib/core/view/snapshot';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { showTexts } from '../../texts/board-show';
import { AwardSign } from '../reveal/award-sign';
import { awardWords } from '../reveal/award-words';

/** The awards beside the final standings. */
export function AwardsList({ snapshot: { awards, teams } }: { readonly snapshot: Snapshot }) {
  const texts = useTexts(showTexts);
  const words = useWords();
  return (
    <section className="slot" aria-label={texts.awards}>
      <h2 className="label">{texts.awards}</h2>
      <ul className="awards-list">
        {awards?.map((award) => {
          const { title, winner } = awardWords(award, teams, texts, words);
          return (
            <li key={award.kind}>
              <AwardSign kind={award.kind} />
              <span>
                <span className="label">{title}</span> <strong dir="auto">{winner}</strong>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
