import { requireOurs } from '../accounts/transition';
import { columns } from '../core/view/columns';
import { inPool } from '../deploy/pool';
import type { ChosenAccount } from './choose';
import { costOf, inventory, said, type Inventory, type Item } from './inventory';
import type { ReclaimPorts } from './ports';

/** What would be taken back of one account; `refusal` where it cannot be looked at or must not be touched. */
export type Planned = { readonly chosen: ChosenAccount } & (
  { readonly found: Inventory } | { readonly refusal: string }
);

/** Looks into every account, changing nothing. One that cannot be looked at is a result. */
export const planReclaim = (
  chosen: readonly ChosenAccount[],
  ports: ReclaimPorts,
  concurrency: number,
): Promise<Planned[]> =>
  inPool(chosen, concurrency, async (each): Promise<Planned> => {
    try {
      await requireOurs(ports.accounts, each.record.pool, each.account);
      const { kinds } = await ports.enter(each.account);
      return { chosen: each, found: await inventory(kinds, ports.accounts.now()) };
    } catch (error) {
      return { chosen: each, refusal: said(error) };
    }
  });

/** The plan as a table, what stands in each account, and what is done with each. */
export function planText(plan: readonly Planned[], regions: readonly string[]): string {
  const rows = plan.map(({ chosen: { account, team = '', record }, ...rest }) => [
    account,
    team,
    record.state,
    ...('found' in rest
      ? [String(rest.found.items.length), `${costOf(rest.found.items).toFixed(2)} USD`]
      : ['?', 'cannot be looked at']),
  ]);
  return [
    columns([['Account', 'Team', 'State', 'Found', 'Costs an hour'], ...rows], [0, 1, 2]),
    ...plan.map(standing),
    whatHappens(regions),
  ].join('\n');
}

function standing(planned: Planned): string {
  const { account } = planned.chosen;
  if ('refusal' in planned) return `${account}: ${planned.refusal}\n`;
  const unseen = planned.found.unseen.map(
    ({ service, type, region, why }) => `  not seen: ${service} ${type}, ${region}: ${why}`,
  );
  return [`${account}`, ...tallies(planned.found.items), ...unseen, ''].join('\n');
}

/** How many of each kind and what they cost, a line each. */
function tallies(items: readonly Item[]): string[] {
  if (items.length === 0) return ['  nothing but what every account of the pool has'];
  const kinds = [...new Set(items.map(({ service, type }) => `${service} ${type}`))];
  return kinds.map((kind) => {
    const of = items.filter(({ service, type }) => `${service} ${type}` === kind);
    const cost = of.some(({ usdPerHour }) => usdPerHour !== undefined) ? `, ${costOf(of).toFixed(4)} USD an hour` : '';
    return `  ${of.length} ${kind}${cost}`;
  });
}

const whatHappens = (regions: readonly string[]): string =>
  [
    'In each account, one step after another:',
    '  1. Frozen: every session of participants ends at once.',
    '  2. Experiments are stopped, and no more customers arrive.',
    '  3. Reclaiming: groups and services are scaled to zero, protections taken off.',
    '  4. Stacks are deleted, by force where they refuse.',
    '  5. Everything else that is listed above is deleted, with all data.',
    `  6. An inventory of ${regions.join(', ')} and of what belongs to no region, and after a while a second one.`,
    '  7. Available where both find nothing, otherwise Quarantine. A receipt says what was found.',
    '',
  ].join('\n');
