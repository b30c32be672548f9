import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { useTexts } from '../../shared/use-texts';
import { steeringTexts } from '../../texts/control-steering';
import { Deed } from '../deed';
import { TeamSelect } from '../team-select';
import { steer, teamIn, textIn } from './steer';

interface ExtendDeedProps {
  readonly view: OrganizerView;
  readonly refused: string | undefined;
  /** Chosen at first. */
  readonly team?: string;
}

/** Gives all teams more time, or one. */
export function ExtendDeed({ view, refused, team }: ExtendDeedProps) {
  const texts = useTexts(steeringTexts);
  const roundMinutes = view.event.roundSeconds / 60;
  const extend = (fields: FormData): Promise<unknown> =>
    steer('extended', { seconds: Math.round(Number(textIn(fields, 'minutes')) * 60), ...teamIn(fields) });
  return (
    <Deed label={team === undefined ? texts.extend : texts.extraTime} refused={refused} onConfirm={extend}>
      <p>{texts.extendMeans}</p>
      <TeamSelect teams={view.teams} all={texts.allTeams(view.teams.length)} team={team} />
      <label className="field">
        {texts.minutes}
        <input
          name="minutes"
          type="number"
          required
          min={roundMinutes}
          max={10_080}
          step={roundMinutes}
          defaultValue={Math.max(1, Math.round(10 / roundMinutes)) * roundMinutes}
        />
      </label>
    </Deed>
  );
}
