import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiptName, receiptText, type Receipt } from './receipt';

/** Keeps receipts as files, for programs and for people, side by side. Returns the path of the one for people. */
export function keepReceipt(folder: string, receipt: Receipt): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, receiptName(receipt));
  writeFileSync(`${path}.json`, `${JSON.stringify(receipt, undefined, 2)}\n`);
  writeFileSync(`${path}.txt`, receiptText(receipt));
  return `${path}.txt`;
}
