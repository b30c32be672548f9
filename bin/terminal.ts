import type { Io } from '../lib/core/io';

/** Results on standard output, everything else on standard error. Progress is a line that rewrites itself where it can. */
export function terminal(): Io {
  let progressShown = false;
  const clearProgress = (): void => {
    if (progressShown) process.stderr.write('\r\u001b[K');
    progressShown = false;
  };
  // A reader that has seen enough (`gameday standings DIR | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    result(text) {
      clearProgress();
      process.stdout.write(text);
    },
    notify(message) {
      clearProgress();
      process.stderr.write(`${message}\n`);
    },
    progress(message) {
      if (!process.stderr.isTTY) return void process.stderr.write(`${message}\n`);
      process.stderr.write(`\r\u001b[K${message.slice(0, process.stderr.columns - 1)}`);
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
