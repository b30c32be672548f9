import type { FormEvent, ReactNode } from 'react';
import { ProblemNote } from './problem-note';
import { useAction } from './use-action';

interface WritingFormProps {
  /** What the button says. */
  readonly send: string;
  /** Sends the fields that `children` hold; what it throws is shown, and the fields keep what is in them. */
  readonly onSend: (fields: FormData) => Promise<unknown>;
  readonly children: ReactNode;
}

/** A form that is emptied once it has been sent. */
export function WritingForm({ send, onSend, children }: WritingFormProps) {
  const { busy, problem, run } = useAction();
  const submit = (submitted: FormEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    void run(() => onSend(new FormData(form))).then((done) => {
      if (done) form.reset();
    });
  };
  return (
    <form className="writing" onSubmit={submit}>
      {children}
      <ProblemNote problem={problem} />
      <button type="submit" disabled={busy}>
        {send}
      </button>
    </form>
  );
}
