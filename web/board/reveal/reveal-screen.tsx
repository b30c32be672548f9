import type { Snapshot } from '../../../lib/core/view/snapshot';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { showTexts } from '../../texts/board-show';
import { AwardCards } from './award-cards';
import { Podium } from './podium';
import type { RevealStep } from './reveal-steps';
import './reveal.css';

interface RevealScreenProps {
  readonly snapshot: Snapshot;
  readonly step: RevealStep;
}

/** One picture of the reveal, filling the room. */
export function RevealScreen({ snapshot, step }: RevealScreenProps) {
  const texts = useTexts(showTexts);
  return (
    <main className="reveal" data-screen="reveal" data-step={step.kind}>
      <h1 className="reveal-title">
        {snapshot.event.name} <span className="label">{step.kind === 'award' ? texts.awards : texts.reveal}</span>
      </h1>
      <div className="reveal-picture" role="status">
        <Picture snapshot={snapshot} step={step} />
      </div>
    </main>
  );
}

function Picture({ snapshot: { teams, awards }, step }: RevealScreenProps) {
  const texts = useTexts(showTexts);
  switch (step.kind) {
    case 'intro':
      return <p className="reveal-intro">{texts.revealIntro}</p>;
    case 'award':
      return <AwardCards awards={awards ?? []} given={step.award} teams={teams} />;
    case 'place':
      return step.place < 3 ? (
        <Podium teams={teams.slice(0, 3)} from={step.place} />
      ) : (
        <Place teams={teams} place={step.place} />
      );
  }
}

/** The team that is revealed now, and those behind it. */
function Place({ teams, place }: { readonly teams: Snapshot['teams']; readonly place: number }) {
  const texts = useTexts(showTexts);
  const words = useWords();
  const team = teams[place];
  if (team === undefined) return null;
  return (
    <div className="reveal-places">
      <div className="reveal-place" key={team.id}>
        <p className="reveal-rank">{texts.place(team.rank)}</p>
        <p className="reveal-name" dir="auto">
          {team.name}
        </p>
        <p className="reveal-points">
          {words.points(team.points)} <span className="label">{texts.pointsUnit}</span>
        </p>
        {team.frozenRank === null ? null : (
          <p className="reveal-moved">{texts.sinceFreeze(team.frozenRank - team.rank)}</p>
        )}
      </div>
      <ol className="reveal-behind" start={place + 2}>
        {teams.slice(place + 1, place + 11).map(({ id, name, rank, points }) => (
          <li key={id}>
            <span>{rank}</span>
            <span className="reveal-behind-name" dir="auto">
              {name}
            </span>
            <span>{words.points(points)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
