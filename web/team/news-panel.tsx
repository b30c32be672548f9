import { callApi } from '../shared/api';
import { Panel } from '../shared/panel';
import { TextField } from '../shared/text-field';
import { useTexts } from '../shared/use-texts';
import { clockWords } from '../shared/words';
import { WritingForm } from '../shared/writing-form';
import { teamTexts } from '../texts/team';
import { newsOf, type NewsItem } from './news';
import type { PanelProps } from './panel-props';
import { teamPath } from './team-path';

/** What organizers tell, and a way to ask them. Whatever comes in is read out. */
export function NewsPanel({ view, refresh }: PanelProps) {
  const texts = useTexts(teamTexts);
  const items = newsOf(view);
  return (
    <Panel title={texts.news}>
      <ol className="entries" tabIndex={0} aria-label={texts.news} aria-live="polite">
        {items.length === 0 ? <li className="quiet">{texts.noNews}</li> : null}
        {items.map((item) => (
          <li key={item.key} className={`news-${item.kind}`}>
            <NewsEntry item={item} />
          </li>
        ))}
      </ol>
      <WritingForm
        send={texts.askButton}
        onSend={async (fields) => {
          await callApi('POST', teamPath(view.id, 'questions'), { text: fields.get('text') });
          refresh();
        }}
      >
        <TextField name="text" label={texts.ask} />
      </WritingForm>
    </Panel>
  );
}

function NewsEntry({ item }: { readonly item: NewsItem }) {
  const texts = useTexts(teamTexts);
  if (item.kind === 'announcement') {
    return (
      <>
        <p className="entry-head">
          <time>{clockWords(item.atSeconds)}</time> {texts.announcement}
        </p>
        <p dir="auto">{item.text}</p>
      </>
    );
  }
  const { team, atSeconds, text, answers } = item.question;
  return (
    <>
      <p className="entry-head">
        <time>{clockWords(atSeconds)}</time> {team === null ? texts.othersQuestion : texts.yourQuestion}
      </p>
      <p dir="auto">{text}</p>
      {answers.length === 0 ? <p className="quiet">{texts.noAnswerYet}</p> : null}
      {answers.map((answer) => (
        <div key={answer.id} className="answer">
          <p className="entry-head">
            <time>{clockWords(answer.atSeconds)}</time> {answer.public ? texts.answerToAll : texts.answer}
          </p>
          <p dir="auto">{answer.text}</p>
        </div>
      ))}
    </>
  );
}
