import { createInterface } from 'node:readline';
import { parseOrder } from './order';
import type { LoadOrder, WindowLine } from './protocol';

/** A run of an engine. `ended` is rejected when the engine failed. */
export interface LoadRun {
  readonly ended: Promise<void>;
  /** Begins nothing more, waits for requests in flight at most one timeout, tells what it has. */
  stop(): void;
}
type StartEngine = (order: LoadOrder, tell: (line: WindowLine) => void) => Promise<LoadRun>;

/**
 * The load program around an engine, as load/protocol.ts says: the order is the first line of standard input, window lines go to standard
 * output. SIGTERM and SIGINT stop it in order. When standard input closes, or nobody reads the output any more, the parent is gone: it
 * stops likewise, so that nobody is sent load that nobody counts.
 *
 * Exit code 0 after an orderly end, 1 when the engine failed, 2 for an order that cannot be read.
 */
export async function runLoadProgram(start: StartEngine): Promise<void> {
  let run: LoadRun | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    run?.stop();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.stdout.on('error', stop);
  const input = createInterface(process.stdin);
  const first = await new Promise<string>((resolve) => input.once('line', resolve).once('close', () => resolve('')));
  input.once('close', stop);
  process.stdin.once('end', stop);

  let order: LoadOrder;
  try {
    order = parseOrder(first);
  } catch (error) {
    return exit(2, `the load order cannot be read: ${messageOf(error)}`);
  }
  try {
    run = await start(order, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
    if (stopped) run.stop();
    await run.ended;
  } catch (error) {
    return exit(1, messageOf(error));
  }
  return exit(0);
}

/** Ends the process once standard output has been read: standard input would keep it alive. */
function exit(code: number, problem?: string): void {
  if (problem !== undefined) process.stderr.write(`gameday load: ${problem}\n`);
  process.exitCode = code;
  process.stdout.write('', () => process.exit());
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
