import type { Team } from '../../core/event/event';
import { green, red, type Check } from '../check';
import type { Command } from '../command';
import type { AccountsView, DoctorPorts } from '../ports';

/** One customer, sent from this machine, is served correctly from the first step to the last. @param endpoint what the log says; it wins over the stack's */
export const journeyCheck = (
  accounts: AccountsView,
  journey: DoctorPorts['journey'],
  team: Team,
  endpoint: () => Promise<string | undefined>,
  command: Command,
): Check => ({
  team: team.id,
  name: 'journey',
  look: async () => {
    const address = await accounts.address(team.account);
    const url = (await endpoint()) ?? address.url;
    const found = await journey(team, { ...address, url });
    if (found.ok) return green(`${found.steps} steps, the slowest ${Math.round(found.slowestMs)} ms`);
    return red(
      `${url}: the step “${found.step}” ${found.class === 'failed' ? 'got no answer' : 'was answered wrongly'}`,
      `Look at the targets of its load balancer; a new stack may take minutes. Otherwise: ${command(`deploy --team ${team.id}`)}`,
    );
  },
});
