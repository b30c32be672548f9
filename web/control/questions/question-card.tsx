import { use, type FormEvent } from 'react';
import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { callApi } from '../../shared/api';
import { ProblemNote } from '../../shared/problem-note';
import { useAction } from '../../shared/use-action';
import { useTexts } from '../../shared/use-texts';
import { clockWords } from '../../shared/words';
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
  const { busy, problem, run } = useAction();
  const answer = (submitted: FormEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    const fields = new FormData(form);
    const body = { to: id, text: textIn(fields, 'text'), public: textIn(fields, 'whom') === 'all' };
    void run(() => callApi('POST', 'organizer/answers', body)).then((done) => {
      if (done) form.reset();
      renew();
    });
  };
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
      <form onSubmit={answer}>
        <label className="field">
          {texts.answer}
          <textarea name="text" rows={2} required maxLength={2000} />
        </label>
        <div className="deeds">
          <label>
            <input type="radio" name="whom" value="team" defaultChecked /> {texts.toTeam(team)}
          </label>
          <label>
            <input type="radio" name="whom" value="all" /> {texts.toAll}
          </label>
          <button type="submit" disabled={busy}>
            {texts.sendAnswer}
          </button>
        </div>
        <ProblemNote problem={problem} />
      </form>
    </li>
  );
}
