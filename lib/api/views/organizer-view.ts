import { z } from '@hono/zod-openapi';
import type { Reading } from '../reading';
import type { ApiPorts } from '../ports';
import { questionSchema, questionsOf } from './questions';

const teamSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    rank: z.int(),
    /** What the audience sees, which stands still while the board is frozen. */
    shownRank: z.int(),
    points: z.number(),
    shownPoints: z.number(),
    served: z.number(),
    spendUsd: z.number(),
    spendUsdPerHour: z.number(),
    verdict: z.enum(['ok', 'degraded', 'faulty', 'down', 'unchecked']),
    uncheckedRounds: z.int(),
    /** Event time since which customers are not served well; null when they are. */
    impactSince: z.number().nullable(),
    declared: z.boolean(),
    /** Weaknesses that are gone, as they were observed. */
    repaired: z.array(z.string()),
    /** What the newest measurement noted. */
    flags: z.array(z.string()),
  })
  .openapi('OrganizerTeam');

export const organizerViewSchema = z
  .strictObject({
    snapshot: z.looseObject({ version: z.literal(1) }),
    /** The true order, best first. */
    teams: z.array(teamSchema),
    /** All that were planted. */
    weaknesses: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    questions: z.array(questionSchema),
    problems: z.array(z.strictObject({ about: z.string(), message: z.string() })),
    /** What can be done to the day here. */
    steering: z.array(z.string()),
  })
  .openapi('OrganizerView');
export type OrganizerView = z.infer<typeof organizerViewSchema>;

/** Everything of the day: the frozen order and the true one. */
export function organizerView(ports: ApiPorts, reading: Reading): OrganizerView {
  const { event, game, snapshot, day } = reading;
  return {
    snapshot: { ...snapshot },
    teams: game.teams.map((played) => {
      const { team: id, rank, points, served, spendUsd, verdict, rounds, impacts } = played;
      const shown = snapshot.teams.find((each) => each.id === id);
      const open = impacts.find(({ endSeconds }) => endSeconds === null);
      return {
        id,
        name: event.teams.find((team) => team.id === id)?.name ?? id,
        rank,
        shownRank: shown?.rank ?? rank,
        points,
        shownPoints: shown?.points ?? points,
        served,
        spendUsd,
        spendUsdPerHour: rounds.at(-1)?.spendUsdPerHour ?? 0,
        verdict,
        uncheckedRounds: rounds.filter((round) => round.verdict === 'unchecked').length,
        impactSince: open?.startSeconds ?? null,
        declared: open !== undefined && open.declaredAtSeconds !== null,
        repaired: day.entries.flatMap(({ entry }) =>
          entry.type === 'repaired' && entry.team === id ? [entry.weakness] : [],
        ),
        flags: [...(rounds.at(-1)?.measurement?.flags ?? [])],
      };
    }),
    weaknesses: event.weaknesses.map(({ id, title }) => ({ id, title })),
    questions: questionsOf(day),
    problems: game.problems.map((problem) => ({ ...problem })),
    steering: [...ports.steering],
  };
}
