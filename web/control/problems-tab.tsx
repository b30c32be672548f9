import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { useTexts } from '../shared/use-texts';
import { controlTexts } from '../texts/control';

/** What the fold left out or could not price, and why. */
export function ProblemsTab({ problems }: Pick<OrganizerView, 'problems'>) {
  const texts = useTexts(controlTexts);
  if (problems.length === 0) return <p>{texts.noProblems}</p>;
  return (
    <>
      <p className="explained">{texts.problemsMean}</p>
      <ul className="plain-list" lang="en">
        {problems.map(({ about, message }) => (
          <li key={JSON.stringify([about, message])}>
            <strong>{about}</strong> {message}
          </li>
        ))}
      </ul>
    </>
  );
}
