import { useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { sharedTexts } from '../texts/shared';
import { ProblemNote } from './problem-note';
import { useAction } from './use-action';
import { useTexts } from './use-texts';
import './confirm-dialog.css';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says that does it: the deed, never just "OK". */
  readonly confirm: string;
  /** It cannot be undone. */
  readonly danger?: boolean;
  /** Does it; the fields that `children` hold are handed in by name. What it throws is shown, and the dialog stays open. */
  readonly onConfirm: (fields: FormData) => Promise<unknown>;
  /** It was done, or is not wanted. */
  readonly onClose: () => void;
  /** What will happen, and to whom. */
  readonly children: ReactNode;
}

/** Asks once before something is done, for as long as it is shown. Escape is no. */
export function ConfirmDialog({ title, confirm, danger = false, onConfirm, onClose, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, problem, run } = useAction();
  const texts = useTexts(sharedTexts);
  const id = useId();
  // Closed before it leaves the page, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const submit = (submitted: FormEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    const fields = new FormData(submitted.currentTarget);
    void run(() => onConfirm(fields)).then((done) => {
      if (done) onClose();
    });
  };
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      onCancel={(asked) => {
        asked.preventDefault();
        if (!busy) onClose();
      }}
    >
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        <ProblemNote problem={problem} />
        <div className="confirm-buttons">
          <button type="button" onClick={onClose} disabled={busy}>
            {texts.cancel}
          </button>
          <button type="submit" className={danger ? 'danger' : 'primary'} disabled={busy}>
            {confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
