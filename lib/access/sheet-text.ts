import { renderUnicodeCompact } from 'uqr';
import type { NewCode } from './new-codes';

/** What every sheet says beside the code. */
export interface SheetFacts {
  readonly eventName: string;
  /** Where the code is typed. */
  readonly address: string;
}

/** One team's sheet for a terminal. The QR code holds the address alone: a code belongs into no address. */
export const sheetText = ({ team, code }: NewCode, { eventName, address }: SheetFacts): string =>
  `\n${eventName}\n\n  Team      ${team.name} (${team.id})\n  Address   ${address}\n  Code      ${code}\n\n${indented(renderUnicodeCompact(address))}\n`;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
