import { ballotOf, type DeskDay } from '../../core/informed/desk';
import { kickOffsOf } from '../../core/informed/kick-offs';
import { profileFor } from '../bots/profile';
import { between, dice } from '../random';
import type { Fact } from '../records/journal';

/**
 * What simulated heroes say about where a kick-off runs: each team once, in the first half of the time for it, mostly for the environment
 * that is nearest to customers. Teams that never do anything do not vote.
 */
export function votesOfBots(day: DeskDay, seed: number): readonly Fact[] {
  const voting = kickOffsOf(day).find(({ state }) => state === 'voting');
  if (voting?.toldAtSeconds === undefined) return [];
  const { number, experiment, toldAtSeconds } = voting;
  const ballot = ballotOf(day, voting);
  const length = day.event.informed?.vote.seconds ?? 0;
  return day.event.teams.flatMap(({ id: team }, place): Fact[] => {
    const dueSeconds = toldAtSeconds + between(0, length / 2, seed, team, 'votes', number);
    if (profileFor(team, place).beginsAt === undefined || day.eventSeconds < dueSeconds) return [];
    const isBold = dice(seed, team, 'bold', number) < 0.7;
    const environment = (isBold ? ballot.at(-1) : ballot[0])?.id;
    if (environment === undefined) return [];
    return [
      {
        id: `kick-off-${number}-vote-${team}`,
        by: `team:${team}`,
        type: 'vote',
        experiment,
        environment,
        voter: team,
      },
    ];
  });
}
