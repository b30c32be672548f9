import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { rulingTexts } from '../../texts/control-rulings';
import { Deed } from '../deed';
import { ReasonField } from '../rulings/reason-field';
import { textIn } from '../steering/steer';
import type { LogLine } from './log-lines';
import './log.css';

interface LogListProps extends Pick<OrganizerView, 'teams'> {
  readonly lines: readonly LogLine[];
}

/** Entries of the log, each with a way to take it back. */
export function LogList({ lines, teams }: LogListProps) {
  const texts = useTexts(rulingTexts);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return (
    <table className="dense log">
      <thead>
        <tr>
          <th scope="col" className="figure">
            {texts.at}
          </th>
          <th scope="col">{texts.what}</th>
          <th scope="col">{texts.by}</th>
          <th scope="col">{texts.team}</th>
          <th scope="col">{texts.says}</th>
          <th scope="col">
            <span className="unseen">{texts.takeBack}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { entry, team, says, retracted, retractable } = line;
          return (
            <tr key={`${entry.id} ${entry.at}`} className={retracted ? 'log-retracted' : ''}>
              <td className="figure">
                <time dateTime={entry.at} title={new Date(entry.at).toLocaleString()}>
                  {clockWords(entry.atSeconds)}
                </time>
              </td>
              <td lang="en">{entry.type}</td>
              <td lang="en">{entry.by}</td>
              <td>{team === undefined ? '' : (names.get(team) ?? team)}</td>
              <td className="log-says">
                {retracted ? <strong>{texts.takenBack} </strong> : null}
                {says}
              </td>
              <td>
                {retractable ? (
                  <RetractDeed line={line} name={team === undefined ? '' : (names.get(team) ?? team)} />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RetractDeed({ line: { entry, says }, name }: { readonly line: LogLine; readonly name: string }) {
  const texts = useTexts(rulingTexts);
  return (
    <Deed
      label={texts.takeBack}
      danger
      onConfirm={(fields) =>
        callApi('POST', 'organizer/retractions', { entry: entry.id, reason: textIn(fields, 'reason') })
      }
    >
      <p>{texts.takeBackMeans}</p>
      <blockquote>
        <span lang="en">{entry.type}</span> {clockWords(entry.atSeconds)} {name} {says}
      </blockquote>
      <ReasonField />
    </Deed>
  );
}
