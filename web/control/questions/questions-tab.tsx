import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { useTexts } from '../../shared/use-texts';
import { controlTexts } from '../../texts/control';
import { QuestionCard } from './question-card';
import { answered, unanswered } from './questions';

/** What teams ask, and what they were told. */
export function QuestionsTab({ view: { questions, teams } }: { readonly view: OrganizerView }) {
  const texts = useTexts(controlTexts);
  const nameOf = (id: string | null): string => teams.find((team) => team.id === id)?.name ?? id ?? '';
  if (questions.length === 0) return <p>{texts.noQuestions}</p>;
  return (
    <ul className="questions">
      {[...unanswered(questions), ...answered(questions)].map((question) => (
        <QuestionCard key={question.id} question={question} team={nameOf(question.team)} />
      ))}
    </ul>
  );
}
