import { use } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { TextField } from '../../shared/text-field';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
import { WritingForm } from '../../shared/writing-form';
import { controlTexts } from '../../texts/control';
import { Renew } from '../deed';
import { textIn } from '../steering/steer';
import './questions.css';

interface QuestionCardProps {
  readonly question: OrganizerView['questions'][number];
  readonly team: string;
}

/** A question with its answers, and a form for another one. */
export function QuestionCard({ question: { id, atSeconds, text, answers }, team }: QuestionCardProps) {
  const texts = useTexts(controlTexts);
  const renew = use(Renew);
  const answer = (fields: FormData): Promise<unknown> =>
    callApi('POST', 'organizer/answers', {
      to: id,
      text: textIn(fields, 'text'),
      public: textIn(fields, 'whom') === 'all',
    }).finally(renew);
  return (
    <li className="panel question">
      <p className="explained">
        <time>{clockWords(atSeconds)}</time> {team}
        {answers.length === 0 ? <strong className="waits"> ● {texts.isUnanswered}</strong> : null}
      </p>
      <p className="question-text">{text}</p>
      <ul>
        {answers.map((each) => (
          <li key={each.id}>
            <time>{clockWords(each.atSeconds)}</time> {each.public ? texts.toAll : texts.toTeam(team)}: {each.text}
          </li>
        ))}
      </ul>
      <WritingForm send={texts.sendAnswer} onSend={answer}>
        <TextField name="text" label={texts.answer} />
        <div className="deeds">
          <label>
            <input type="radio" name="whom" value="team" defaultChecked /> {texts.toTeam(team)}
          </label>
          <label>
            <input type="radio" name="whom" value="all" /> {texts.toAll}
          </label>
        </div>
      </WritingForm>
    </li>
  );
}
