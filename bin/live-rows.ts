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
  private latest: Partial<Shown> = {};
  private readonly over = new Promise<void>((resolve, reject) => (this.finish = { resolve, reject }));

  constructor(readonly title: string) {
    // A row may fail before it is drawn, when nobody waits for it yet.
    this.over.catch(() => undefined);
  }

  readonly task = (_context: unknown, shown: Shown): Promise<void> => {
    this.shown = shown;
    // Drawing begins a moment after the work does.
    this.show(this.latest);
    return this.over;
  };

  say(text: string): void {
    this.show({ output: text });
  }

  end(outcome: 'done' | 'failed', text: string): void {
    if (outcome === 'failed') {
      this.finish?.reject(new Error(`${this.title}: ${text}`));
      return;
    }
    this.show({ title: `${this.title}: ${text}` });
    this.finish?.resolve();
  }

  private show(change: Partial<Shown>): void {
    this.latest = { ...this.latest, ...change };
    if (this.shown !== undefined) Object.assign(this.shown, change);
  }
}
