import { useState } from 'react';
import { ConfirmDialog } from '../../shared/confirm-dialog';

interface AskButtonProps {
  readonly label: string;
  /** What will happen. */
  readonly means: string;
  /** To whom: a logical id, or a server's name. */
  readonly on: string;
  readonly danger?: boolean;
  readonly locked: boolean;
  readonly act: () => Promise<void>;
}

/** A button that says what it will do, and to whom, and asks once. */
export function AskButton({ label, means, on, danger = false, locked, act }: AskButtonProps) {
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" disabled={locked} onClick={() => ask(true)}>
        {label}
      </button>
      {asking ? (
        <ConfirmDialog title={label} confirm={label} danger={danger} onConfirm={act} onClose={() => ask(false)}>
          <p>
            <code>{on}</code>
          </p>
          <p>{means}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
