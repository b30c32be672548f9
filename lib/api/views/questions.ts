import { z } from '@hono/zod-openapi';
import type { Day } from '../../core/time/day';
import { secondsAt } from '../../core/time/timeline';

const answerSchema = z.strictObject({ id: z.string(), atSeconds: z.number(), text: z.string(), public: z.boolean() });
export const questionSchema = z
  .strictObject({
    id: z.string(),
    atSeconds: z.number(),
    /** Null: another team’s, which is nobody’s business. */
    team: z.string().nullable(),
    text: z.string(),
    answers: z.array(answerSchema),
  })
  .openapi('Question');
export type Question = z.infer<typeof questionSchema>;

/** Every question with its answers, oldest first. */
export function questionsOf({ entries, timeline }: Day): Question[] {
  return entries.flatMap(({ at, entry }) => {
    if (entry.type !== 'asked') return [];
    const answers = entries.flatMap(({ at: answeredAt, entry: answer }) =>
      answer.type === 'answered' && answer.to === entry.id
        ? [{ id: answer.id, atSeconds: secondsAt(timeline, answeredAt), text: answer.text, public: answer.public }]
        : [],
    );
    return [{ id: entry.id, atSeconds: secondsAt(timeline, at), team: entry.team, text: entry.text, answers }];
  });
}

/** What a team may read: its own questions, and those of others that were answered to all, without who asked. */
export const questionsFor = (day: Day, team: string): Question[] =>
  questionsOf(day).flatMap((question) => {
    if (question.team === team) return [question];
    const answers = question.answers.filter((answer) => answer.public);
    return answers.length === 0 ? [] : [{ ...question, team: null, answers }];
  });
