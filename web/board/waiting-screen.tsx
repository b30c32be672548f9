import { serverTime, type ClockOffset } from '../shared/server-clock';
import { useNow } from '../shared/use-now';
import { clockWords } from '../shared/words';
import { StaleNotice } from './notices';
import type { WaitingView } from './view';

interface WaitingScreenProps {
  readonly view: WaitingView;
  readonly offset: ClockOffset | undefined;
}

/** Before the start: what it is, when it begins, who plays. */
export function WaitingScreen({ view, offset }: WaitingScreenProps) {
  const now = serverTime(offset, useNow(250));
  return (
    <main className="still" data-screen="waiting">
      <StaleNotice freshness={view.freshness} />
      <p className="still-line">Welcome to</p>
      <h1 className="still-title">{view.eventName}</h1>
      <Countdown leftSeconds={view.startsAtMs === undefined ? 0 : (view.startsAtMs - now) / 1000} />
      {view.startsAtMs === undefined ? null : <p className="still-line">{startWords(view.startsAtMs)}</p>}
      <ul className="still-teams">
        {view.teams.map((team) => (
          <li key={team.id}>{team.name}</li>
        ))}
      </ul>
    </main>
  );
}

/** Nobody waits in a room for days. */
const LONGEST_COUNTDOWN_SECONDS = 48 * 3600;

function Countdown({ leftSeconds }: { readonly leftSeconds: number }) {
  if (leftSeconds > LONGEST_COUNTDOWN_SECONDS) return null;
  if (leftSeconds <= 0) return <p className="still-line">is about to start</p>;
  return (
    <p className="still-clock">
      <span className="label">starts in</span> <time>{clockWords(leftSeconds)}</time>
    </p>
  );
}

/** In the viewer's own time zone: the projector stands where the event is. */
function startWords(startsAtMs: number): string {
  return new Date(startsAtMs).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });
}
