import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { useTexts } from '../shared/use-texts';
import { controlTexts } from '../texts/control';

interface TeamSelectProps extends Pick<OrganizerView, 'teams'> {
  /** What stands for all of them; one has to be chosen when left out. */
  readonly all?: string;
  /** Chosen at first. */
  readonly team?: string | undefined;
}

/** The field `team` of a form: an id, or nothing for all. */
export function TeamSelect({ teams, all, team }: TeamSelectProps) {
  const texts = useTexts(controlTexts);
  const byName = teams.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <label className="field">
      {texts.team}
      <select name="team" required={all === undefined} defaultValue={team ?? ''}>
        {all === undefined ? <option value="">{texts.choose}</option> : <option value="">{all}</option>}
        {byName.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
