import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';
import { Deed } from '../deed';
import { textIn } from '../steering/steer';
import { TeamSelect } from '../team-select';
import { ReasonField } from './reason-field';

interface AdjustDeedProps extends Pick<OrganizerView, 'teams'> {
  /** Chosen at first. */
  readonly team?: string;
}

/** Gives a team points, or takes some. */
export function AdjustDeed({ teams, team }: AdjustDeedProps) {
  const texts = useTexts(rulingTexts);
  const adjust = (fields: FormData): Promise<unknown> =>
    callApi('POST', 'organizer/adjustments', {
      team: textIn(fields, 'team'),
      points: Number(textIn(fields, 'points')),
      reason: textIn(fields, 'reason'),
    });
  return (
    <Deed label={texts.adjust} title={texts.adjustTitle} onConfirm={adjust}>
      <p>{texts.adjustMeans}</p>
      <TeamSelect teams={teams} team={team} />
      <label className="field">
        {texts.points}
        <input name="points" type="number" required min={-1e9} max={1e9} step="any" />
      </label>
      <ReasonField />
    </Deed>
  );
}
