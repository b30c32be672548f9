import type { Io } from '../core/io';

/** Exit code of a program that an interrupt ended, by the shells' rule: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** Aborted by the first Ctrl-C (or SIGTERM), so that long work can end in order; the second ends the program at once. */
export function interruption(io: Io): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    io.notify('Stopping; press Ctrl-C again to stop at once.');
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return controller.signal;
}
