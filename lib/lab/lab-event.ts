import type { GameDayEvent } from '../core/event/event';

/** The one team of a game of the lab. */
const labTeam = { id: 'team', name: 'Team', account: '900000000001' } as const;

/** An event as the lab plays it: one team, that every experiment strikes, and nothing hidden from the audience. */
export const labEvent = (event: GameDayEvent): GameDayEvent => ({
  ...event,
  freezeSeconds: 0,
  teams: [labTeam],
  experiments: event.experiments.map(({ experiment, atSeconds, forSeconds }) => ({
    experiment,
    atSeconds,
    ...(forSeconds === undefined ? {} : { forSeconds }),
  })),
});
