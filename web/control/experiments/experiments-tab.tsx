import type { ExperimentsView } from '../../../lib/api/views/experiments-view';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { ProblemNote } from '../../shared/problem-note';
import { usePolled } from '../../shared/use-polled';
import { useTexts } from '../../shared/use-texts';
import { durationWords } from '../../shared/words';
import { experimentTexts } from '../../texts/control-experiments';
import { RunDeed } from './run-deed';
import { RunGroupRow } from './run-group-row';
import { runGroups } from './run-groups';
import './experiments.css';

const EVERY_MS = 2000;

/** What is broken, what will be, and what can be. */
export function ExperimentsTab({ view }: { readonly view: OrganizerView }) {
  const texts = useTexts(experimentTexts);
  const { value, problem, refresh } = usePolled<ExperimentsView>('organizer/experiments', EVERY_MS);
  if (value === undefined) return <ProblemNote problem={problem} />;
  const groups = runGroups(value.runs);
  const parts = [
    { title: texts.underWay, shown: groups.filter(({ open }) => open.length > 0) },
    { title: texts.over, shown: groups.filter(({ open }) => open.length === 0).reverse() },
  ];
  const titleOf = (experiment: string): string =>
    value.experiments.find(({ id }) => id === experiment)?.title ?? experiment;
  return (
    <>
      {parts.map(({ title, shown }) => (
        <section key={title} className="runs">
          <h2>{title}</h2>
          {shown.length === 0 ? <p className="explained">{texts.nothing}</p> : null}
          <ul>
            {shown.map((group) => (
              <RunGroupRow
                key={group.key}
                group={group}
                title={titleOf(group.experiment)}
                teams={view.teams}
                refresh={refresh}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="runs">
        <h2>{texts.catalogue}</h2>
        <ul>
          {value.experiments.map((card) => (
            <li key={card.id} className="catalogue-card">
              <div>
                <h3 lang="en">{card.title}</h3>
                <p className="explained" lang="en">
                  {card.failureClass} · {card.target} · {durationWords(card.durationSeconds)}
                </p>
                <details>
                  <summary>{texts.more}</summary>
                  <dl className="facts" lang="en">
                    <dt>{texts.story}</dt>
                    <dd>{card.story}</dd>
                    <dt>{texts.hypothesis}</dt>
                    <dd>{card.hypothesis}</dd>
                    <dt>{texts.signals}</dt>
                    <dd>{card.signals.join('; ')}</dd>
                    <dt>{texts.repair}</dt>
                    <dd>{card.repair}</dd>
                    <dt>{texts.announcement}</dt>
                    <dd>{card.announcement}</dd>
                  </dl>
                </details>
              </div>
              <RunDeed card={card} view={view} refresh={refresh} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
