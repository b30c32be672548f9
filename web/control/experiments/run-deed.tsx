import { useState } from 'react';
import type { ExperimentsView } from '../../../lib/api/views/experiments-view';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { experimentTexts } from '../../texts/control-experiments';
import { Deed } from '../deed';
import { textIn } from '../steering/steer';

interface RunDeedProps {
  readonly card: ExperimentsView['experiments'][number];
  readonly view: OrganizerView;
  readonly refresh: () => void;
}

/** Breaks something now, at all teams or at some. */
export function RunDeed({ card, view, refresh }: RunDeedProps) {
  const texts = useTexts(experimentTexts);
  const run = (fields: FormData): Promise<unknown> => {
    const teams = fields.getAll('teams');
    return callApi('POST', 'organizer/experiments', {
      experiment: card.id,
      seconds: Math.round(Number(textIn(fields, 'minutes')) * 60),
      ...(textIn(fields, 'whom') === 'all' ? {} : { teams }),
    }).finally(refresh);
  };
  return (
    <Deed
      label={texts.run}
      title={texts.runTitle(card.title)}
      confirm={texts.runNow}
      danger
      refused={view.clock.phase === 'running' ? undefined : texts.whileRunning}
      onConfirm={run}
    >
      <p>
        {texts.runMeans} <strong lang="en">{card.target}</strong>
      </p>
      <Whom teams={view.teams} />
      <label className="field">
        {texts.minutes}
        <input
          name="minutes"
          type="number"
          required
          min={0.5}
          max={720}
          step={0.5}
          defaultValue={card.durationSeconds / 60}
        />
      </label>
    </Deed>
  );
}

/** All teams, so that the day is the same for all; or the chosen ones. */
function Whom({ teams }: Pick<OrganizerView, 'teams'>) {
  const texts = useTexts(experimentTexts);
  const [some, setSome] = useState(false);
  const byName = teams.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <fieldset className="whom">
      <legend>{texts.whom}</legend>
      <label>
        <input type="radio" name="whom" value="all" checked={!some} onChange={() => setSome(false)} />{' '}
        {texts.allTeams(teams.length)}
      </label>
      <label>
        <input type="radio" name="whom" value="some" checked={some} onChange={() => setSome(true)} /> {texts.someTeams}
      </label>
      {some ? (
        <div className="whom-teams" role="group" aria-label={texts.someTeams}>
          {byName.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" name="teams" value={id} /> {name}
            </label>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
