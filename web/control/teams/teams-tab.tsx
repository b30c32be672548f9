import { useState } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { eventSecondsAt } from '../../shared/event-time';
import { serverTime, type ClockOffset } from '../../shared/server-clock';
import { useNow } from '../../shared/use-now';
import { useTexts } from '../../shared/use-texts';
import { controlTexts } from '../../texts/control';
import { TeamDetail } from './team-detail';
import { orders, teamRows, type Order } from './team-rows';
import { TeamsTable } from './teams-table';

interface TeamsTabProps {
  readonly view: OrganizerView;
  readonly offset: ClockOffset | undefined;
}

/** All teams at a glance, and one of them in detail. */
export function TeamsTab({ view, offset }: TeamsTabProps) {
  const texts = useTexts(controlTexts);
  const [order, setOrder] = useState<Order>('rank');
  const [onlyTroubled, setOnlyTroubled] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const now = eventSecondsAt(view.clock, serverTime(offset, useNow(1000)));
  const rows = teamRows(view, now, order);
  // Whoever is being looked at stays, also when its trouble is over.
  const shown = rows.filter(({ id, troubles }) => !onlyTroubled || troubles.length > 0 || id === chosen);
  return (
    <>
      <div className="table-tools">
        <label>
          {texts.order}{' '}
          <select
            value={order}
            onChange={({ target }) => orders.filter((each) => each === target.value).forEach((each) => setOrder(each))}
          >
            {orders.map((each) => (
              <option key={each} value={each}>
                {texts[`by-${each}`]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={onlyTroubled} onChange={({ target }) => setOnlyTroubled(target.checked)} />{' '}
          {texts.onlyTroubled}
        </label>
        <span className="explained">{texts.shownOf(shown.length, rows.length)}</span>
      </div>
      <TeamsTable
        rows={shown}
        nowSeconds={now}
        chosen={chosen}
        choose={setChosen}
        detail={(team) => <TeamDetail view={view} team={team} nowSeconds={now} />}
      />
    </>
  );
}
