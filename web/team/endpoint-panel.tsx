import { useId } from 'react';
import { callApi } from '../shared/api';
import { Panel } from '../shared/panel';
import { useTexts } from '../shared/use-texts';
import { WritingForm } from '../shared/writing-form';
import { teamTexts } from '../texts/team';
import type { PanelProps } from './panel-props';
import { teamPath } from './team-path';
import { TestJourney } from './test-journey';

/** Where customers are sent, and one that can be sent there at once. */
export function EndpointPanel({ view, refresh }: PanelProps) {
  const texts = useTexts(teamTexts);
  const changeable = view.offers.includes('endpoint');
  return (
    <Panel title={texts.endpoint}>
      {view.endpoint !== null ? (
        <p>
          {texts.endpointNow} <code>{view.endpoint}</code>
        </p>
      ) : (
        <p>{changeable ? texts.noEndpoint : texts.endpointFixed}</p>
      )}
      {changeable ? <Registration view={view} refresh={refresh} /> : null}
      {view.offers.includes('test') ? <TestJourney team={view.id} /> : null}
    </Panel>
  );
}

function Registration({ view, refresh }: PanelProps) {
  const texts = useTexts(teamTexts);
  const id = useId();
  return (
    <WritingForm
      send={texts.register}
      onSend={async (fields) => {
        await callApi('POST', teamPath(view.id, 'endpoint'), { url: fields.get('url') });
        refresh();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{texts.address}</label>
        {/* What is an address is the server's to say, with its reason. */}
        <input
          id={id}
          name="url"
          type="text"
          inputMode="url"
          required
          maxLength={500}
          placeholder="http://"
          autoComplete="off"
        />
      </div>
    </WritingForm>
  );
}
