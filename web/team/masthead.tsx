import type { TeamView } from '../../lib/api/views/team-view';
import { DayClock } from '../shared/day-clock';
import { eventSecondsAt } from '../shared/event-time';
import { freshAnnouncement } from '../shared/fresh-announcement';
import { serverTime, type ClockOffset } from '../shared/server-clock';
import { useNow } from '../shared/use-now';
import { LanguageChoice, useTexts } from '../shared/use-texts';
import { useWords } from '../shared/use-words';
import { sharedTexts } from '../texts/shared';
import { teamTexts } from '../texts/team';

interface MastheadProps {
  readonly view: TeamView;
  readonly offset: ClockOffset | undefined;
  readonly leave: () => void;
}

/** Who plays, the clock, and the score wherever on the page one is. */
export function Masthead({ view, offset, leave }: MastheadProps) {
  const shared = useTexts(sharedTexts);
  const texts = useTexts(teamTexts);
  const words = useWords();
  return (
    <header className="masthead">
      <div className="masthead-name">
        <p dir="auto">{view.event}</p>
        <h1 dir="auto">{view.name}</h1>
      </div>
      <p className="masthead-points">
        <strong>{words.points(view.points)}</strong> {texts.points}
      </p>
      <DayClock clock={view.clock} offset={offset} />
      <div className="masthead-tools">
        <LanguageChoice />
        <button type="button" onClick={leave}>
          {shared.logOut}
        </button>
      </div>
      <Announcement view={view} offset={offset} />
      {view.freeze.frozen ? <p className="masthead-frozen">❄ {texts.frozen}</p> : null}
    </header>
  );
}

/** What organizers have just told everybody; read out by the panel that lists it for good. */
function Announcement({ view, offset }: Pick<MastheadProps, 'view' | 'offset'>) {
  const { clock, announcements } = view;
  const nowSeconds = eventSecondsAt(clock, serverTime(offset, useNow(1000)));
  const text = freshAnnouncement(announcements.at(-1), nowSeconds, clock.speed);
  return text === undefined ? null : (
    <p className="masthead-announcement" dir="auto">
      {text}
    </p>
  );
}
