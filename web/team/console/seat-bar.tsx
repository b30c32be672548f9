import { useState } from 'react';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { useTexts } from '../../shared/use-texts';
import { consoleTexts } from '../../texts/console';

interface SeatBarProps {
  readonly player: 'bot' | 'person';
  readonly seat: (taken: boolean) => Promise<void>;
}

/** Who plays the team, and how that changes. */
export function SeatBar({ player, seat }: SeatBarProps) {
  const texts = useTexts(consoleTexts);
  const [asking, ask] = useState(false);
  const byBot = player === 'bot';
  return (
    <div className="console-seat">
      <p role="status">{byBot ? texts.botPlays : texts.personPlays}</p>
      <button type="button" className={byBot ? 'primary' : ''} onClick={() => ask(true)}>
        {byBot ? texts.takeOver : texts.giveBack}
      </button>
      {asking ? (
        <ConfirmDialog
          title={byBot ? texts.takeOver : texts.giveBack}
          confirm={byBot ? texts.takeOver : texts.giveBack}
          onConfirm={() => seat(byBot)}
          onClose={() => ask(false)}
        >
          <p>{byBot ? texts.takeOverMeans : texts.giveBackMeans}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
