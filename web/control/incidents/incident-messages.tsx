import type { IncidentsView } from '../../../lib/api/views/incidents-view';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { experimentTexts } from '../../texts/control-experiments';

type Messages = IncidentsView['incidents'][number]['messages'];

/** What a team said about an incident, on demand. */
export function IncidentMessages({ messages }: { readonly messages: Messages }) {
  const texts = useTexts(experimentTexts);
  if (messages.length === 0) return null;
  return (
    <details>
      <summary>{texts.messages(messages.length)}</summary>
      <ul>
        {messages.map(({ kind, atSeconds, text, audience }, place) => (
          <li key={place}>
            <time>{clockWords(atSeconds)}</time> {texts[kind]}
            {audience === null ? null : ` (${texts[audience]})`}
            {text === null ? null : `: ${text}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
