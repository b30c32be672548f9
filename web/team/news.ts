import type { TeamView } from '../../lib/api/views/team-view';

type Question = TeamView['questions'][number];

/** What was told to the team or asked by it, each once. */
export type NewsItem =
  | { readonly kind: 'announcement'; readonly key: string; readonly atSeconds: number; readonly text: string }
  | { readonly kind: 'question'; readonly key: string; readonly atSeconds: number; readonly question: Question };

/** Announcements and questions, those with the newest words first: an old question comes up again when it is answered. */
export function newsOf({ announcements, questions }: Pick<TeamView, 'announcements' | 'questions'>): NewsItem[] {
  const items: NewsItem[] = [
    ...announcements.map((each, place) => ({ kind: 'announcement' as const, key: `announcement ${place}`, ...each })),
    ...questions.map((question) => ({
      kind: 'question' as const,
      key: `question ${question.id}`,
      atSeconds: Math.max(question.atSeconds, ...question.answers.map(({ atSeconds }) => atSeconds)),
      question,
    })),
  ];
  return items.sort((a, b) => b.atSeconds - a.atSeconds);
}
