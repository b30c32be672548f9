import type { Clock } from '../../lib/core/view/snapshot';
import { eventSecondsAt } from '../shared/event-time';
import { serverTime, type ClockOffset } from '../shared/server-clock';
import { useNow } from '../shared/use-now';
import { useTexts } from '../shared/use-texts';
import { clockWords } from '../shared/words';
import { sharedTexts } from '../texts/shared';
import { boardTexts } from '../texts/board';

/** Event time left, large, and played; by the server's clock, so that every screen in the room shows the same. */
export function EventClock({ clock, offset }: { readonly clock: Clock; readonly offset: ClockOffset | undefined }) {
  const texts = useTexts(boardTexts);
  const shared = useTexts(sharedTexts);
  const seconds = eventSecondsAt(clock, serverTime(offset, useNow(250)));
  if (clock.phase === 'ended' || clock.phase === 'closed') {
    return (
      <div className="event-clock" role="timer">
        <time className="event-clock-large">{clockWords(seconds)}</time>
        <p className="label">{shared.played}</p>
      </div>
    );
  }
  return (
    <div className="event-clock" role="timer">
      <time className="event-clock-large">{clockWords(Math.ceil(clock.endsSeconds - seconds))}</time>
      <p className="label">
        {texts.left} <span className="event-clock-played">{texts.played(clockWords(seconds))}</span>
      </p>
    </div>
  );
}
