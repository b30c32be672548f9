import type { ScorerNote } from '../core/scorer/ports';

/** Writes notes as JSON, a line each: what CloudWatch Logs Insights reads as fields. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html */
export const jsonNotes =
  (output: { write(text: string): unknown }) =>
  (note: ScorerNote): void =>
    void output.write(`${JSON.stringify(note)}\n`);
