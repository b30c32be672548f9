import { useState } from 'react';
import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';
import { byService, shortType } from './by-service';
import { ProgressNote } from './progress-note';

interface ResourceListProps {
  readonly view: ArchitectureView;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** Everything that the team has, by service. */
export function ResourceList({ view, chosen, choose }: ResourceListProps) {
  const texts = useTexts(consoleTexts);
  const [sought, seek] = useState('');
  return (
    <nav className="console-list" aria-label={texts.resources}>
      <label className="field">
        {texts.find}
        <input type="search" value={sought} onChange={({ target }) => seek(target.value)} />
      </label>
      {byService(view, sought).map(({ service, resources }) => (
        <details key={service} open={sought === '' ? undefined : true}>
          <summary>
            {service} <span className="quiet">{resources.length}</span>
          </summary>
          <ul>
            {resources.map(({ id, type, progress, zone }) => (
              <li key={id}>
                <button
                  type="button"
                  className="console-choice"
                  aria-current={id === chosen ? 'true' : undefined}
                  onClick={() => choose(id)}
                >
                  <code>{id}</code>
                  <span className="quiet console-notes">
                    {[shortType(type), ...(zone === null ? [] : [texts.zone(zone)])].join(' · ')}
                    <ProgressNote progress={progress} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
