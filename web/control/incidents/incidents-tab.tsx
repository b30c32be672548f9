import { useState } from 'react';
import type { IncidentsView } from '../../../lib/api/views/incidents-view';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { ProblemNote } from '../../shared/problem-note';
import { usePolled } from '../../shared/use-polled';
import { useTexts } from '../../shared/use-texts';
import { useWords } from '../../shared/use-words';
import { clockWords, durationWords } from '../../shared/words';
import { experimentTexts } from '../../texts/control-experiments';
import { IncidentMessages } from './incident-messages';

const EVERY_MS = 3000;

/** What all teams went through, newest first. */
export function IncidentsTab({ view }: { readonly view: OrganizerView }) {
  const texts = useTexts(experimentTexts);
  const words = useWords();
  const { value, problem } = usePolled<IncidentsView>('organizer/incidents', EVERY_MS);
  const [onlyOpen, setOnlyOpen] = useState(false);
  if (value === undefined) return <ProblemNote problem={problem} />;
  const nameOf = (id: string): string => view.teams.find((team) => team.id === id)?.name ?? id;
  const shown = value.incidents.filter(({ endSeconds }) => !onlyOpen || endSeconds === null);
  const duration = (seconds: number | null): string => (seconds === null ? '' : durationWords(seconds));
  return (
    <>
      <div className="table-tools">
        <label>
          <input type="checkbox" checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)} />{' '}
          {texts.only}
        </label>
      </div>
      {shown.length === 0 ? <p>{texts.noIncidents}</p> : null}
      {shown.length === 0 ? null : (
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{texts.team}</th>
              <th scope="col" className="figure">
                {texts.number}
              </th>
              <th scope="col" className="figure">
                {texts.began}
              </th>
              <th scope="col" className="figure">
                {texts.endedAt}
              </th>
              <th scope="col" className="figure">
                {texts.detected}
              </th>
              <th scope="col" className="figure">
                {texts.recovered}
              </th>
              <th scope="col" className="figure">
                {texts.loss}
              </th>
              <th scope="col" className="figure">
                {texts.refunds}
              </th>
              <th scope="col">{texts.suspects}</th>
              <th scope="col">{texts.said}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={`${each.team} ${each.number}`}>
                <th scope="row">{nameOf(each.team)}</th>
                <td className="figure">{each.number}</td>
                <td className="figure">{clockWords(each.startSeconds)}</td>
                <td className="figure">{each.endSeconds === null ? texts.open : clockWords(each.endSeconds)}</td>
                <td className="figure">
                  {each.declaredAtSeconds === null ? texts.notDeclared : duration(each.secondsToDetect)}
                </td>
                <td className="figure">{duration(each.secondsToRecover)}</td>
                <td className="figure">{words.points(each.loss)}</td>
                <td className="figure">{words.points(each.refunds.detection + each.refunds.recovery)}</td>
                <td>
                  {each.suspects.map(({ run, experiment, role }) => (
                    <p key={run}>
                      <span lang="en">{experiment}</span> ({texts[role]})
                    </p>
                  ))}
                </td>
                <td>
                  <IncidentMessages messages={each.messages} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value.falseAlarms.length === 0 ? null : (
        <section className="runs">
          <h2>{texts.falseAlarms}</h2>
          <ul>
            {value.falseAlarms.map(({ team, atSeconds, points, messages }) => (
              <li key={`${team} ${atSeconds}`}>
                {clockWords(atSeconds)} {nameOf(team)}: {words.points(points)}
                <IncidentMessages messages={messages} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
