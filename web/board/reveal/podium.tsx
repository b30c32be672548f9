import type { SnapshotTeam } from '../../../lib/core/view/snapshot';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { showTexts } from '../../texts/board-show';

interface PodiumProps {
  /** The first three, or fewer where there are fewer. */
  readonly teams: readonly SnapshotTeam[];
  /** Those from this one on, from 0, are known; the better ones are not yet. */
  readonly from: number;
}

/** Third, second, first: each block is named when its team is known. */
export function Podium({ teams, from }: PodiumProps) {
  const texts = useTexts(showTexts);
  const words = useWords();
  return (
    <ol className="podium">
      {teams.map((team, place) => (
        <li key={team.id} className={`podium-block podium-${place + 1} ${place < from ? 'podium-open' : ''}`}>
          {place < from ? (
            <p className="podium-name" aria-hidden="true">
              ?
            </p>
          ) : (
            <>
              <p className="podium-name" dir="auto">
                {team.name}
              </p>
              <p className="podium-points">
                {words.points(team.points)} <span className="label">{texts.pointsUnit}</span>
              </p>
              {team.frozenRank === null ? null : (
                <p className="podium-moved">{texts.sinceFreeze(team.frozenRank - team.rank)}</p>
              )}
            </>
          )}
          <p className="podium-rank">{place + 1}</p>
        </li>
      ))}
    </ol>
  );
}
