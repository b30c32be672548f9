import type { OrganizerView } from '../../lib/api/views/organizer-view';
import { useTexts } from '../shared/use-texts';
import { controlTexts } from '../texts/control';

/** Who has repaired which weakness, as it was observed. Teams stand in the order of their names: this is no ranking. */
export function RepairsTable({ view: { teams, weaknesses } }: { readonly view: OrganizerView }) {
  const texts = useTexts(controlTexts);
  const rows = teams.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <table className="dense matrix">
      <caption>{texts.repairsMean}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.team}</th>
          <th scope="col" className="figure">
            {texts.repaired}
          </th>
          {weaknesses.map(({ id, title }) => (
            <th scope="col" key={id} className="matrix-name">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, repaired }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="figure">
              {repaired.length}/{weaknesses.length}
            </td>
            {weaknesses.map((weakness) => (
              <td key={weakness.id} className="matrix-mark">
                {repaired.includes(weakness.id) ? (
                  <span className="matrix-done" role="img" aria-label={texts.isRepaired}>
                    ✔
                  </span>
                ) : (
                  <span className="matrix-open" role="img" aria-label={texts.isThere}>
                    ·
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.repairedBy}</th>
          <td />
          {weaknesses.map((weakness) => (
            <td key={weakness.id} className="matrix-mark">
              {teams.filter(({ repaired }) => repaired.includes(weakness.id)).length}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
