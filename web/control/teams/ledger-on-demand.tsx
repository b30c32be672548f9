import { useState } from 'react';
import { WholeLedger } from '../../shared/ledger/whole-ledger';
import { useTexts } from '../../shared/use-texts';
import { controlTexts } from '../../texts/control';

/** Why a team has the points that it has: asked for only while somebody reads it. */
export function LedgerOnDemand({ team }: { readonly team: string }) {
  const texts = useTexts(controlTexts);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.ledger}</summary>
      {open ? <WholeLedger team={team} /> : null}
    </details>
  );
}
