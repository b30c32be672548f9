import type { Snapshot } from '../../lib/core/view/snapshot';
import { serverTime, type ClockOffset } from '../shared/server-clock';
import { useNow } from '../shared/use-now';
import { useLanguage, useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { clockWords } from '../shared/words';
import { showTexts } from '../texts/board-show';
import type { Language } from '../texts/language';
import { StaleNotice } from './notices';
import type { WaitingView } from './view';
import { ruleLines } from './welcome-rules';

interface WaitingScreenProps {
  readonly view: WaitingView;
  readonly snapshot: Snapshot;
  readonly offset: ClockOffset | undefined;
}

/** Before the start: what it is, when it begins, how points are made, who plays. */
export function WaitingScreen({ view, snapshot, offset }: WaitingScreenProps) {
  const texts = useTexts(showTexts);
  const words = useWords();
  const language = useLanguage();
  const now = serverTime(offset, useNow(250));
  return (
    <main className="still" data-screen="waiting">
      <StaleNotice freshness={view.freshness} />
      <p className="still-line">{texts.welcome}</p>
      <h1 className="still-title">{view.eventName}</h1>
      <Countdown leftSeconds={view.startsAtMs === undefined ? 0 : (view.startsAtMs - now) / 1000} />
      {view.startsAtMs === undefined ? null : <p className="still-line">{startWords(view.startsAtMs, language)}</p>}
      <section className="rules" aria-label={texts.rules}>
        <h2 className="label">{texts.rules}</h2>
        <ul>
          {ruleLines(snapshot, texts, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <ul className="still-teams">
        {view.teams.map((team) => (
          <li key={team.id} dir="auto">
            {team.name}
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Nobody waits in a room for days. */
const LONGEST_COUNTDOWN_SECONDS = 48 * 3600;

function Countdown({ leftSeconds }: { readonly leftSeconds: number }) {
  const texts = useTexts(showTexts);
  if (leftSeconds > LONGEST_COUNTDOWN_SECONDS) return null;
  if (leftSeconds <= 0) return <p className="still-line">{texts.aboutToStart}</p>;
  return (
    <p className="still-clock">
      <span className="label">{texts.startsIn}</span> <time>{clockWords(leftSeconds)}</time>
    </p>
  );
}

/** In the viewer's own time zone: the projector stands where the event is. */
function startWords(startsAtMs: number, language: Language): string {
  return new Date(startsAtMs).toLocaleString(language, { dateStyle: 'full', timeStyle: 'short' });
}
