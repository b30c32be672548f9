import { callApi } from '../shared/api';
import { ProblemNote } from '../shared/problem-note';
import { TextField } from '../shared/text-field';
import { useAction } from '../shared/use-action';
import { useTexts } from '../shared/use-texts';
import { WritingForm } from '../shared/writing-form';
import { teamTexts } from '../texts/team';
import type { PanelProps } from './panel-props';
import { teamPath } from './team-path';

interface IncidentTalkProps extends Pick<PanelProps, 'refresh'> {
  readonly team: string;
  /** Whoever has just declared it goes on writing. */
  readonly writeAtOnce: boolean;
}

/** What is said while an incident is under way: how it stands, and in the end that it is over. */
export function IncidentTalk({ team, refresh, writeAtOnce }: IncidentTalkProps) {
  const texts = useTexts(teamTexts);
  const { busy, problem, run } = useAction();
  const resolve = async (): Promise<void> => {
    await callApi('POST', teamPath(team, 'incident', 'resolution'), {});
    refresh();
  };
  return (
    <div className="talk">
      <WritingForm
        send={texts.send}
        onSend={async (fields) => {
          const said = { text: fields.get('text'), audience: fields.get('audience') };
          await callApi('POST', teamPath(team, 'incident', 'updates'), said);
          refresh();
        }}
      >
        <TextField name="text" label={texts.update} writeAtOnce={writeAtOnce} />
        <fieldset>
          <legend>{texts.audience}</legend>
          <label>
            <input type="radio" name="audience" value="internal" defaultChecked /> {texts.internal}
          </label>
          <label>
            <input type="radio" name="audience" value="external" /> {texts.external}
          </label>
        </fieldset>
      </WritingForm>
      <button type="button" disabled={busy} onClick={() => void run(resolve)}>
        {texts.resolve}
      </button>
      <p className="quiet">{texts.resolveWhat}</p>
      <ProblemNote problem={problem} />
    </div>
  );
}
