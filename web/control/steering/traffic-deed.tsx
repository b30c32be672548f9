import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { useTexts } from '../../shared/use-texts';
import { steeringTexts } from '../../texts/control-steering';
import { Deed } from '../deed';
import { TeamSelect } from '../team-select';
import { steeringRefusal } from './refusals';
import { steer, teamIn, textIn } from './steer';

interface TrafficDeedProps {
  readonly view: OrganizerView;
  /** Chosen at first. */
  readonly team?: string;
}

/** Sends all teams, or one, more or less than planned. */
export function TrafficDeed({ view, team }: TrafficDeedProps) {
  const texts = useTexts(steeringTexts);
  const refusal = steeringRefusal(view, 'traffic');
  const known = view.teams.find(({ id }) => id === team)?.trafficFactor ?? view.traffic.factor;
  return (
    <Deed
      label={team === undefined ? texts.changeTraffic : texts.ownTraffic}
      refused={refusal === undefined ? undefined : texts[refusal]}
      onConfirm={(fields) => steer('traffic', { factor: Number(textIn(fields, 'factor')), ...teamIn(fields) })}
    >
      <p>{texts.trafficMeans}</p>
      <TeamSelect teams={view.teams} all={texts.allTeams(view.teams.length)} team={team} />
      <label className="field">
        {texts.factor}
        <input name="factor" type="number" required min={0} max={1000} step="any" defaultValue={known} />
      </label>
    </Deed>
  );
}
