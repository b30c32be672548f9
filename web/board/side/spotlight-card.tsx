import type { Snapshot } from '../../../lib/core/view/snapshot';
import type { Spotlight } from '../../../lib/core/view/spotlight';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { durationWords, type Words } from '../../shared/words';
import { showTexts, type ShowTexts } from '../../texts/board-show';

interface SpotlightCardProps {
  readonly spotlight: Spotlight;
  readonly teams: Snapshot['teams'];
}

/** A team above the others, for a while. */
export function SpotlightCard({ spotlight, teams }: SpotlightCardProps) {
  const texts = useTexts(showTexts);
  const words = useWords();
  const { kind, team, round } = spotlight;
  return (
    <section key={`${round} ${kind}`} className={`slot spotlight spotlight-${kind}`} aria-label={texts.spotlight}>
      <h2 className="label">{texts.spotlight}</h2>
      <p className="spotlight-name" dir="auto">
        {teams.find(({ id }) => id === team)?.name ?? team}
      </p>
      <p className="spotlight-words">{wordsOf(spotlight, texts, words)}</p>
    </section>
  );
}

function wordsOf({ kind, value }: Spotlight, texts: ShowTexts, words: Words): string {
  switch (kind) {
    case 'gained':
      return texts.gained(words.gain(value));
    case 'recovered':
      return texts.recovered(durationWords(value));
    case 'declared':
      return texts.declaredFirst(durationWords(value));
  }
}
