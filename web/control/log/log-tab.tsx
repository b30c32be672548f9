import { useState } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';
import { LogList } from './log-list';
import { logLines } from './log-lines';
import type { GrowingLog } from './use-log';

interface LogTabProps {
  readonly view: OrganizerView;
  readonly log: GrowingLog;
}

/** Entries that are shown at once; older ones on demand. */
const SHOWN = 200;

/** The log as it grows, newest first. */
export function LogTab({ view, log }: LogTabProps) {
  const texts = useTexts(rulingTexts);
  const [type, setType] = useState('');
  const [team, setTeam] = useState('');
  const [most, setMost] = useState(SHOWN);
  const lines = logLines(log.entries);
  const types = [...new Set(lines.map(({ entry }) => entry.type))].sort();
  const wanted = lines.filter(
    (line) => (type === '' || line.entry.type === type) && (team === '' || line.team === team),
  );
  return (
    <>
      <div className="table-tools">
        <label>
          {texts.what}{' '}
          <select value={type} onChange={({ target }) => setType(target.value)}>
            <option value="">{texts.everything}</option>
            {types.map((each) => (
              <option key={each} value={each} lang="en">
                {each}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.team}{' '}
          <select value={team} onChange={({ target }) => setTeam(target.value)}>
            <option value="">{texts.everybody}</option>
            {view.teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className="explained">{texts.entries(wanted.length)}</span>
      </div>
      <LogList lines={wanted.slice(0, most)} teams={view.teams} />
      {wanted.length > most ? (
        <button type="button" onClick={() => setMost(most + SHOWN)}>
          {texts.older(wanted.length - most)}
        </button>
      ) : null}
    </>
  );
}
