import type { TeamView } from '../../../lib/api/views/team-view';
import { sharedTexts } from '../../texts/shared';
import { useTexts } from '../use-texts';
import { useWords } from '../use-words';
import { clockWords } from '../words';

/** Lines of the ledger, in the order they are given. Their reasons are written by the fold, in English. */
export function LedgerLines({ lines }: Pick<TeamView, 'lines'>) {
  const texts = useTexts(sharedTexts);
  const words = useWords();
  return (
    // A scrolling part must be reachable by keyboard.
    <div className="scroll" tabIndex={0} role="region" aria-label={texts.ledger}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.time}</th>
            <th scope="col">{texts.reason}</th>
            <th scope="col" className="number">
              {texts.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ atSeconds, rule, points, reason }, place) => (
            <tr key={`${lines.length - place} ${rule}`}>
              <td>
                <time>{clockWords(atSeconds)}</time>
              </td>
              <td lang="en" dir="auto">
                {reason}
              </td>
              <td className={points < 0 ? 'number losing' : 'number'}>{words.gain(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
