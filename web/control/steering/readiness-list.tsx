import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import type { Readiness } from '../../../lib/api/routes/readiness';
import { ProblemNote } from '../../shared/problem-note';
import { usePolled } from '../../shared/use-polled';
import { useTexts } from '../../shared/use-texts';
import { steeringTexts } from '../../texts/control-steering';
import { readinessOf } from './readiness';

const EVERY_MS = 5000;

/** Whether everything is there that the event needs; what is not comes first. */
export function ReadinessList({ teams }: Pick<OrganizerView, 'teams'>) {
  const texts = useTexts(steeringTexts);
  const { value, problem } = usePolled<Readiness>('organizer/readiness', EVERY_MS);
  if (value === undefined)
    return problem === undefined ? <p role="status">{texts.looking}</p> : <ProblemNote problem={problem} />;
  const { red, green, notApplicable } = readinessOf(value.checks);
  const nameOf = (id: string | null): string => teams.find((team) => team.id === id)?.name ?? id ?? '';
  return (
    <div className="readiness" role="status">
      <p className={red.length === 0 ? 'readiness-green' : 'readiness-red'}>
        {red.length === 0 ? `✔ ${texts.allReady}` : `⚠ ${texts.notReady(red.length)}`}
      </p>
      <ul lang="en" tabIndex={0}>
        {red.map(({ team, name, says, fix }) => (
          <li key={JSON.stringify([team, name])} className="readiness-red">
            ✖ {nameOf(team)} {name}: {says}. {fix}
          </li>
        ))}
        {green.map(({ name, says, count }) => (
          <li key={JSON.stringify([name, says])}>
            ✔ {count > 1 ? `${count} × ` : ''}
            {name}: {says}
          </li>
        ))}
        {notApplicable.map(({ name, says, count }) => (
          <li key={JSON.stringify([name, says])}>
            – {count > 1 ? `${count} × ` : ''}
            {name}: {says}
          </li>
        ))}
      </ul>
      {red.length === 0 ? null : <p>{texts.startAnyway}</p>}
    </div>
  );
}
