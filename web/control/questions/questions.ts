import type { OrganizerView } from '../../../lib/api/views/organizer-view';

type Question = OrganizerView['questions'][number];

/** Questions that nobody has answered, oldest first: who waits longest comes first. */
export const unanswered = (questions: readonly Question[]): Question[] =>
  questions.filter(({ answers }) => answers.length === 0);

/** The others, newest first. */
export const answered = (questions: readonly Question[]): Question[] =>
  questions.filter(({ answers }) => answers.length > 0).toReversed();
