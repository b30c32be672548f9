import type { Team } from '../../core/event/event';
import type { ResolvedRun } from '../../core/experiments/resolve-targets';
import { green, notApplicable, red, type Check } from '../check';
import type { Command } from '../command';

/**
 * Every experiment that is planned for the team would find something to hit: a dry run, nothing begins. A fault that cannot be applied is
 * refused on the day, which is unfair to the teams that it does hit.
 * @param resolved a dry run of all teams
 */
export const experimentsCheck = (
  resolved: () => Promise<readonly ResolvedRun[]>,
  { id }: Team,
  command: Command,
): Check => ({
  team: id,
  name: 'experiments',
  look: async () => {
    const runs = (await resolved()).filter(({ team }) => team === id);
    if (runs.length === 0) return notApplicable('none is planned');
    const refused = runs.flatMap(({ experiment, refused: why }) =>
      why === undefined ? [] : [`${experiment}: ${why}`],
    );
    if (refused.length === 0) return green(`${runs.length} planned, each with something to hit`);
    const plan = command('experiment plan');
    return red(refused.join('; '), `Deploy what is missing, or plan other experiments for every team: ${plan}`);
  },
});
