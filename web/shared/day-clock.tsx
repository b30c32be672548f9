import type { Clock } from '../../lib/core/view/snapshot';
import { sharedTexts } from '../texts/shared';
import { eventSecondsAt } from './event-time';
import { serverTime, type ClockOffset } from './server-clock';
import { useNow } from './use-now';
import { useTexts } from './use-texts';
import { clockWords } from './words';
import './day-clock.css';

interface DayClockProps {
  readonly clock: Clock;
  readonly offset: ClockOffset | undefined;
}

/** Phase, event time left and played, by the server's clock; for pages to work with. */
export function DayClock({ clock, offset }: DayClockProps) {
  const texts = useTexts(sharedTexts);
  const seconds = eventSecondsAt(clock, serverTime(offset, useNow(500)));
  const over = clock.phase === 'ended' || clock.phase === 'closed';
  return (
    <div className="day-clock">
      <p className={`day-phase day-phase-${clock.phase}`}>
        <span className="day-dot" />
        {texts[clock.phase]}
        {clock.speed > 1 && clock.phase === 'running' ? ` ${texts.speed(clock.speed)}` : null}
      </p>
      <p role="timer" className="day-times">
        {over ? null : (
          <>
            <time>{clockWords(Math.ceil(clock.endsSeconds - seconds))}</time> <span>{texts.left}</span>{' '}
          </>
        )}
        <time>{clockWords(seconds)}</time> <span>{texts.played}</span>
      </p>
    </div>
  );
}
