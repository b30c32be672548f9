import type { TeamView } from '../../lib/api/views/team-view';
import { DayClock } from '../shared/day-clock';
import type { ClockOffset } from '../shared/server-clock';
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
      {view.freeze.frozen ? <p className="masthead-frozen">❄ {texts.frozen}</p> : null}
    </header>
  );
}
