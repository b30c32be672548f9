import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { useTexts } from '../../shared/use-texts';
import { clockWords, durationWords } from '../../shared/words';
import { experimentTexts } from '../../texts/control-experiments';
import { Deed } from '../deed';
import { isOpen, type Run, type RunGroup } from './run-groups';

interface RunGroupRowProps extends Pick<OrganizerView, 'teams'> {
  readonly group: RunGroup;
  readonly title: string;
  readonly refresh: () => void;
}

/** One experiment at all its teams: what became of it, and its end. */
export function RunGroupRow({ group, title, teams, refresh }: RunGroupRowProps) {
  const texts = useTexts(experimentTexts);
  const { planned, dueSeconds, forSeconds, runs, counts, open } = group;
  const nameOf = (id: string): string => teams.find((team) => team.id === id)?.name ?? id;
  const states = counts.map(([state, count]) => `${count} ${texts[state]}`).join(', ');
  const due = dueSeconds === null ? '' : [...new Set(dueSeconds.map(clockWords))].join('–');
  const begun = runs.some(({ state }) => state === 'running');
  return (
    <li className="run-group" data-group={group.key}>
      <div>
        <h3 lang="en">{title}</h3>
        <p className="explained">
          {planned ? texts.byPlan : texts.byHand} {due}
          {forSeconds === null ? null : ` · ${texts.lasts(durationWords(forSeconds))}`} · <strong>{states}</strong>
        </p>
        <details>
          <summary>{texts.eachTeam(runs.length)}</summary>
          <RunsTable runs={runs} nameOf={nameOf} refresh={refresh} />
        </details>
      </div>
      {open.length === 0 ? null : (
        <StopDeed
          runs={open}
          label={begun ? texts.stop : texts.callOff}
          about={title}
          whom={texts.teams(open.length)}
          refresh={refresh}
        />
      )}
    </li>
  );
}

interface StopDeedProps {
  readonly runs: readonly string[];
  readonly label: string;
  readonly about: string;
  readonly whom: string;
  readonly refresh: () => void;
}

function StopDeed({ runs, label, about, whom, refresh }: StopDeedProps) {
  const texts = useTexts(experimentTexts);
  return (
    <Deed label={label} danger onConfirm={() => callApi('POST', 'organizer/stops', { runs }).finally(refresh)}>
      <p>
        <strong lang="en">{about}</strong>, {whom}: {texts.stopMeans}
      </p>
    </Deed>
  );
}

interface RunsTableProps {
  readonly runs: readonly Run[];
  readonly nameOf: (team: string) => string;
  readonly refresh: () => void;
}

function RunsTable({ runs, nameOf, refresh }: RunsTableProps) {
  const texts = useTexts(experimentTexts);
  const clock = (seconds: number | null): string => (seconds === null ? '' : clockWords(seconds));
  const duration = (seconds: number | null): string => (seconds === null ? '' : durationWords(seconds));
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{texts.team}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col" className="figure">
            {texts.began}
          </th>
          <th scope="col" className="figure">
            {texts.endedAt}
          </th>
          <th scope="col">{texts.effect}</th>
          <th scope="col" className="figure">
            {texts.detected}
          </th>
          <th scope="col" className="figure">
            {texts.recovered}
          </th>
          <th scope="col">{texts.hypothesis}</th>
          <th scope="col">
            <span className="unseen">{texts.stop}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.run}>
            <th scope="row">{nameOf(run.team)}</th>
            <td>
              {texts[run.state]}
              {run.stopOrdered ? ` (${texts.stopOrdered})` : null}
              {run.outcome === null ? null : <span lang="en"> {run.outcome}</span>}
              {run.reason === null ? null : <span lang="en">: {run.reason}</span>}
            </td>
            <td className="figure">{clock(run.startedAtSeconds)}</td>
            <td className="figure">{clock(run.endedAtSeconds)}</td>
            <td lang="en">{run.effect === 'none' ? '' : run.effect}</td>
            <td className="figure">{duration(run.secondsToDetect)}</td>
            <td className="figure">{duration(run.secondsToRecover)}</td>
            <td lang="en">{run.hypothesis}</td>
            <td>
              {isOpen(run) ? (
                <StopDeed
                  runs={[run.run]}
                  label={run.state === 'running' ? texts.stop : texts.callOff}
                  about={run.run}
                  whom={nameOf(run.team)}
                  refresh={refresh}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
