import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { rulingTexts } from '../../texts/control-rulings';
import { Deed } from '../deed';
import { teamIn, textIn } from '../steering/steer';
import { TeamSelect } from '../team-select';
import { ReasonField } from './reason-field';

interface VoidDeedProps {
  readonly view: OrganizerView;
  /** Chosen at first. */
  readonly team?: string;
}

/** Takes rounds out of the game. */
export function VoidDeed({ view, team }: VoidDeedProps) {
  const texts = useTexts(rulingTexts);
  const { clock, event } = view;
  const last = Math.max(0, Math.floor(clock.eventSeconds / event.roundSeconds) - 1);
  const voidRounds = (fields: FormData): Promise<unknown> =>
    callApi('POST', 'organizer/voids', {
      from: Number(textIn(fields, 'from')),
      to: Number(textIn(fields, 'to')),
      reason: textIn(fields, 'reason'),
      ...teamIn(fields),
    });
  const round = { type: 'number', required: true, min: 0, max: 1_000_000, step: 1, defaultValue: last } as const;
  return (
    <Deed label={texts.voidRounds} danger onConfirm={voidRounds}>
      <p>{texts.voidMeans(last, event.roundSeconds)}</p>
      <TeamSelect teams={view.teams} all={texts.allTeams(view.teams.length)} team={team} />
      <label className="field">
        {texts.firstRound}
        <input name="from" {...round} />
      </label>
      <label className="field">
        {texts.lastRound}
        <input name="to" {...round} />
      </label>
      <ReasonField />
    </Deed>
  );
}
