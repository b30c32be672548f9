import { organizerLines } from '../../lib/cost/organizer-lines';
import { totalOf } from '../../lib/cost/cost-line';
import { anEvent } from '../support/builders';
import { figure, type Figure } from './figure';

const TEAMS = 50;
const HOURS = 4;

/** What `gameday cost` says of the organizer's plane: fifty teams, two screens each, and traffic up to 40 steps a second and team. */
export function benchCost(): Figure[] {
  const event = anEvent({
    teams: Array.from({ length: TEAMS }, (_, index) => ({
      id: `team-${index}`,
      name: `Team ${index}`,
      account: String(100_000_000_000 + index),
    })),
    durationSeconds: HOURS * 3600,
    traffic: [
      { atSeconds: 0, stepsPerSecond: 2 },
      { atSeconds: 3600, stepsPerSecond: 10 },
      { atSeconds: HOURS * 3600, stepsPerSecond: 40 },
    ],
  });
  const { usd } = totalOf(organizerLines(event, 2 * TEAMS));
  return [figure(`organizer's plane: ${TEAMS} teams for ${HOURS} hours`, 'USD', [usd], '8')];
}
