import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';
import { LogList } from '../log/log-list';
import { isRuling, logLines, type OrganizerEntry } from '../log/log-lines';
import { AdjustDeed } from './adjust-deed';
import { VoidDeed } from './void-deed';

interface RulingsTabProps {
  readonly view: OrganizerView;
  readonly entries: readonly OrganizerEntry[];
}

/** What organizers decide about points, and what they have decided. */
export function RulingsTab({ view, entries }: RulingsTabProps) {
  const texts = useTexts(rulingTexts);
  const rulings = logLines(entries).filter(({ entry }) => isRuling(entry));
  return (
    <>
      <div className="deeds">
        <AdjustDeed teams={view.teams} />
        <VoidDeed view={view} />
      </div>
      {rulings.length === 0 ? <p>{texts.noRulings}</p> : <LogList lines={rulings} teams={view.teams} />}
    </>
  );
}
