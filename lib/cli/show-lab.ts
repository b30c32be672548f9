import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { runLab, type LabOptions } from '../lab/lab';
import { labPage } from '../lab/page/page';
import { reportTable } from '../lab/report-table';
import { requireWritable, writeWhole } from '../rehearsal/records/text-file';

interface ShowLabOptions extends LabOptions {
  readonly json: boolean;
  /** Where to write the page. */
  readonly page: string | undefined;
}

/**
 * Runs the lab and shows what it found. Throws `ScenarioUnfair` when a verdict is broken, `Aborted` when `signal` was before the end,
 * `FolderUnwritable`, and what `runLab` throws.
 */
export async function showLab(options: ShowLabOptions, io: Io, signal: AbortSignal): Promise<void> {
  const { page, json } = options;
  // Before a minute's work, not after it.
  if (page !== undefined) requireWritable(page);
  const report = await runLab(options, io, signal);
  // Whoever waits for a verdict must not take an interruption for one.
  if (report === undefined)
    throw new GameDayError('Aborted', 'Stopped; nothing was written.', 'Run the lab again for its verdicts.');
  if (page !== undefined) {
    writeWhole(page, labPage(report));
    io.notify(`Page: ${page}`);
  }
  io.result(json ? `${JSON.stringify(report)}\n` : reportTable(report));
  if (!report.passed) throw unfair(options.scenario, report.verdicts.filter(({ passed }) => !passed).length);
  io.notify(`Next: npx gameday rehearse scenarios/${options.scenario}/event.yaml`);
}

const unfair = (scenario: string, broken: number): GameDayError =>
  new GameDayError(
    'ScenarioUnfair',
    `${scenario} is not fair under this event: ${broken === 1 ? 'a verdict is' : `${broken} verdicts are`} broken`,
    'Each says above what it needs: change the weakness, its experiment, or the traffic, and run the lab again.',
  );
