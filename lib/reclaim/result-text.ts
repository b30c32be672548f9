import { columns } from '../core/view/columns';
import { costOf } from './inventory';
import type { ReclaimResult } from './reclaim-all';
import { inventoryText } from './receipt';

/** How each account ended; then what is left and why, and each failure with what to do about it. */
export function resultText(results: readonly ReclaimResult[]): string {
  const rows = results.map((result) => [result.chosen.account, result.chosen.team ?? '', outcomeText(result)]);
  return columns([['Account', 'Team', 'Outcome'], ...rows], [0, 1, 2]) + results.map(details).join('');
}

/** In a few words. */
export function outcomeText(result: ReclaimResult): string {
  switch (result.outcome) {
    case 'available':
      return `available, proved clean: ${result.keptAt}`;
    case 'quarantine': {
      const [, { items, unseen }] = result.receipt.inventories;
      const blind = unseen.length > 0 ? `, not seen: ${unseen.length}` : '';
      return `quarantine, left: ${items.length} for ${costOf(items).toFixed(4)} USD an hour${blind}`;
    }
    case 'failed':
      return 'failed';
    case 'not-begun':
      return 'not begun';
  }
}

function details(result: ReclaimResult): string {
  const { account } = result.chosen;
  if (result.outcome === 'failed') return `\n${account}: ${result.message}\n  Next: ${result.next}\n`;
  if (result.outcome !== 'quarantine') return '';
  return `\n${account}: ${result.keptAt}\n${inventoryText(result.receipt.inventories[1])}`;
}
