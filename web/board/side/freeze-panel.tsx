import type { Snapshot } from '../../../lib/core/view/snapshot';
import { eventSecondsAt } from '../../shared/event-time';
import { serverTime, type ClockOffset } from '../../shared/server-clock';
import { useNow } from '../../shared/use-now';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { clockWords } from '../../shared/words';
import { showTexts } from '../../texts/board-show';
import { suspenseOf } from './suspense';

interface FreezePanelProps {
  readonly snapshot: Snapshot;
  readonly offset: ClockOffset | undefined;
}

/** How long the board has been frozen, and what can have happened since. */
export function FreezePanel({ snapshot, offset }: FreezePanelProps) {
  const texts = useTexts(showTexts);
  const words = useWords();
  const seconds = eventSecondsAt(snapshot.clock, serverTime(offset, useNow(1000)));
  const suspense = suspenseOf(snapshot);
  if (suspense === undefined) return null;
  const { frozenAtSeconds, over, stillToWin, lead, withinReach, teams } = suspense;
  const most = words.whole(stillToWin);
  return (
    <section className="slot freeze-panel" aria-label={texts.suspense}>
      <p className="freeze-for">
        <time>{clockWords(seconds - frozenAtSeconds)}</time>{' '}
        <span className="label">{texts.frozenSince(clockWords(frozenAtSeconds))}</span>
      </p>
      <ul>
        <li>{over ? texts.wereToWin(most) : texts.stillToWin(most)}</li>
        {lead === undefined ? null : <li>{texts.leadWas(words.points(lead))}</li>}
        {teams < 2 ? null : <li>{texts.withinReach(withinReach, teams)}</li>}
      </ul>
    </section>
  );
}
