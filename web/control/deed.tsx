import { createContext, use, useId, useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../shared/confirm-dialog';
import './deed.css';

/** Has everything on the page asked anew, as after a write. */
export const Renew = createContext<() => void>(() => undefined);

interface DeedProps {
  readonly label: string;
  /** What the dialog is about; the label when left out. */
  readonly title?: string;
  /** What the button of the dialog says. @default the label */
  readonly confirm?: string;
  readonly danger?: boolean;
  /** Why it cannot be done now; the button says so. */
  readonly refused?: string | undefined;
  /** Does it, with the dialog's fields by name. */
  readonly onConfirm: (fields: FormData) => Promise<unknown>;
  /** What will happen, and to whom. */
  readonly children: ReactNode;
}

/** A button for something that is asked for once more before it is done. */
export function Deed({
  label,
  title = label,
  confirm = label,
  danger = false,
  refused,
  onConfirm,
  children,
}: DeedProps) {
  const [asking, setAsking] = useState(false);
  const renew = use(Renew);
  const id = useId();
  const isRefused = refused !== undefined;
  return (
    <span className={danger ? 'deed deed-danger' : 'deed'}>
      {/* Not `disabled`: whoever uses the keyboard is to come by and read why. */}
      <button
        type="button"
        aria-disabled={isRefused}
        aria-describedby={isRefused ? id : undefined}
        onClick={() => setAsking(!isRefused)}
      >
        {label}
      </button>
      {isRefused ? (
        <span id={id} className="deed-refused">
          {refused}
        </span>
      ) : null}
      {asking ? (
        <ConfirmDialog
          title={title}
          confirm={confirm}
          danger={danger}
          onConfirm={(fields) => onConfirm(fields).finally(renew)}
          onClose={() => setAsking(false)}
        >
          {children}
        </ConfirmDialog>
      ) : null}
    </span>
  );
}
