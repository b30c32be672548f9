import { useState } from 'react';
import type { TeamView } from '../../lib/api/views/team-view';
import { callApi } from '../shared/api';
import { CopyButton } from '../shared/copy-button';
import { Panel } from '../shared/panel';
import { ProblemNote } from '../shared/problem-note';
import { useAction } from '../shared/use-action';
import { useTexts } from '../shared/use-texts';
import { WritingForm } from '../shared/writing-form';
import { teamTexts } from '../texts/team';
import { teamPath } from './team-path';

/** Ways into the team's AWS account. What is secret stands on the page for as long as somebody looks, and nowhere else. */
export function AccessPanel({ view }: { readonly view: TeamView }) {
  const texts = useTexts(teamTexts);
  return (
    <Panel title={texts.access}>
      <ConsoleLink team={view.id} />
      <Credentials view={view} />
    </Panel>
  );
}

function ConsoleLink({ team }: { readonly team: string }) {
  const texts = useTexts(teamTexts);
  const { busy, problem, run } = useAction();
  const [url, setUrl] = useState<string>();
  const ask = async (): Promise<void> => {
    const answer = await callApi<{ readonly url: string }>('POST', teamPath(team, 'console'), {});
    setUrl(/^https:\/\//.test(answer.url) ? answer.url : undefined);
  };
  return (
    <div className="way">
      {url === undefined ? (
        <button type="button" disabled={busy} onClick={() => void run(ask)}>
          {texts.console}
        </button>
      ) : (
        // It lets in once: whoever comes back asks for another.
        <a href={url} target="_blank" rel="noopener noreferrer" onClick={() => setUrl(undefined)}>
          {texts.consoleLink}
        </a>
      )}
      <p className="quiet">{texts.consoleNote}</p>
      <ProblemNote problem={problem} />
    </div>
  );
}

function Credentials({ view }: { readonly view: TeamView }) {
  const texts = useTexts(teamTexts);
  const [lines, setLines] = useState<string>();
  if (lines !== undefined) {
    return (
      <div className="way">
        <pre className="secret scroll" tabIndex={0}>
          {lines}
        </pre>
        <p className="quiet">{texts.credentialsNote}</p>
        <CopyButton text={lines} />
        <button type="button" onClick={() => setLines(undefined)}>
          {texts.hide}
        </button>
      </div>
    );
  }
  return (
    <div className="way">
      <WritingForm
        send={texts.credentials}
        onSend={async (fields) => {
          const region = fields.get('region');
          const { shell } = await callApi<{ readonly shell: string }>('POST', teamPath(view.id, 'credentials'), {
            region,
          });
          setLines(shell);
        }}
      >
        <label>
          {texts.region}{' '}
          <select name="region">
            {view.regions.map((region) => (
              <option key={region}>{region}</option>
            ))}
          </select>
        </label>
      </WritingForm>
    </div>
  );
}
