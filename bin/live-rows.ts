import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { LiveRows } from '../lib/core/io';

/** Rows of a terminal that rewrite themselves, on standard error, so that results can be piped. */
export function liveRows(titles: readonly string[]): LiveRows {
  const rows = titles.map((title) => new Row(title));
  const list = new Listr(
    rows.map(({ title, task }) => ({ title, task })),
    {
      concurrent: true,
      exitOnError: false,
      // An interrupt is the command's to handle.
      registerSignalListeners: false,
      renderer: 'default',
      rendererOptions: {
        collapseErrors: false,
        logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) }),
      },
    },
  );
  return {
    say: (row, text) => rows[row]?.say(text),
    end: (row, outcome, text) => rows[row]?.end(outcome, text),
    settled: list.run().then(() => undefined),
  };
}

/** What listr2 hands to a task. */
interface Shown {
  title?: string;
  output: string;
}

class Row {
  private shown: Shown | undefined;
  private finish: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  private readonly over = new Promise<void>((resolve, reject) => (this.finish = { resolve, reject }));

  constructor(readonly title: string) {}

  readonly task = (_context: unknown, shown: Shown): Promise<void> => {
    this.shown = shown;
    return this.over;
  };

  say(text: string): void {
    if (this.shown !== undefined) this.shown.output = text;
  }

  end(outcome: 'done' | 'failed', text: string): void {
    if (outcome === 'failed') {
      this.finish?.reject(new Error(`${this.title}: ${text}`));
      return;
    }
    if (this.shown !== undefined) this.shown.title = `${this.title}: ${text}`;
    this.finish?.resolve();
  }
}
