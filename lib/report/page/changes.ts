import { dataTable } from '../../postmortem/markup';
import type { Edition } from '../edition';
import { repairsOf } from '../figures';
import { nameOf } from '../team-report';
import { clock, type Part } from './parts';

/** Which weaknesses were found, by how many. */
export function changesPart(edition: Edition): Part {
  const { weaknesses, teams } = edition.event;
  const repairs = repairsOf(edition);
  return {
    id: 'changes',
    title: 'What changed',
    about: 'Every team took over the same weaknesses. A repair counts by whatever way the weakness was removed.',
    content: dataTable(
      'weaknesses',
      ['Weakness', 'Repaired by', 'First'],
      weaknesses.map(({ id, title }) => {
        const own = repairs.filter(({ weakness }) => weakness === id);
        const first = own.reduce<(typeof own)[number] | undefined>(
          (best, each) => (best === undefined || each.atSeconds < best.atSeconds ? each : best),
          undefined,
        );
        return [
          title,
          `${own.length} of ${teams.length} ${teams.length === 1 ? 'team' : 'teams'}`,
          first === undefined ? '–' : `${nameOf(edition, first.team)}, ${clock(first.atSeconds)}`,
        ];
      }),
    ),
  };
}
