import { z } from '@hono/zod-openapi';
import { meanStepsPerSecond } from '../../core/time/traffic';
import type { ApiPorts } from '../ports';
import type { Reading } from '../reading';

export const hintSchema = z
  .strictObject({
    /** Stands for the weakness, whose name would be a hint by itself. From 1. */
    number: z.int(),
    symptom: z.string(),
    levels: z.array(
      z.strictObject({
        level: z.int(),
        costSeconds: z.number(),
        costPoints: z.number(),
        /** Null until it is opened. */
        text: z.string().nullable(),
      }),
    ),
  })
  .openapi('Hint');
export type Hint = z.infer<typeof hintSchema>;

/** All hints there are, with their prices, and the texts of those that the team has opened. */
export function hintShelf({ event, weaknesses }: ApiPorts, { day }: Reading, team: string): Hint[] {
  const opened = new Set(
    day.entries.flatMap(({ entry }) =>
      entry.type === 'hint' && entry.team === team ? [hintKey(entry.weakness, entry.level)] : [],
    ),
  );
  const pointsPerSecond = meanStepsPerSecond(event) * event.rules.worth.fast;
  return event.weaknesses.map(({ id, hintSeconds }, index) => {
    const card = weaknesses.find((each) => each.id === id);
    return {
      number: index + 1,
      symptom: card?.symptom ?? '',
      levels: hintSeconds.map((costSeconds, place) => ({
        level: place + 1,
        costSeconds,
        costPoints: costSeconds * pointsPerSecond,
        text: opened.has(hintKey(id, place + 1)) ? (card?.hints[place]?.text ?? '') : null,
      })),
    };
  });
}

const hintKey = (weakness: string, level: number): string => JSON.stringify([weakness, level]);
