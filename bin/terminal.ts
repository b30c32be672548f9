import type { Io } from '../lib/core/io';
import { liveRows } from './live-rows';

/** Results on standard output, everything else on standard error. Progress is a line that rewrites itself; in a file or a pipe, a line for each tenth. */
export function terminal(): Io {
  let progressShown = false;
  let toldTenth: number | undefined;
  const clearProgress = (): void => {
    if (progressShown) process.stderr.write('\r\u001b[K');
    progressShown = false;
  };
  // A reader that has seen enough (`gameday standings DIR | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    // The library that draws them gives them up when standard output is no terminal, and writes lines there instead.
    ...(process.stderr.isTTY && process.stdout.isTTY ? { rows: liveRows } : {}),
    result(text) {
      clearProgress();
      process.stdout.write(text);
    },
    notify(message) {
      clearProgress();
      process.stderr.write(`${message}\n`);
    },
    progress(message, done) {
      if (!process.stderr.isTTY) {
        const tenth = done === undefined ? undefined : Math.floor(done * 10);
        if (tenth === undefined || tenth !== toldTenth) process.stderr.write(`${message}\n`);
        toldTenth = tenth;
        return;
      }
      // A terminal that does not know its width says 0.
      process.stderr.write(`\r\u001b[K${message.slice(0, (process.stderr.columns || 80) - 1)}`);
      progressShown = true;
    },
    async confirm(question) {
      clearProgress();
      if (!process.stdin.isTTY) return false;
      const { createInterface } = await import('node:readline/promises');
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      const answer = await lines.question(`${question} [y/N] `);
      lines.close();
      return /^y(es)?$/i.test(answer.trim());
    },
  };
}
