import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** Starts `light-target.ts` in a process of its own. */
export async function startTarget() {
  const target = spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, 'light-target.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = (await once(target.stdout, 'data')) as [Buffer];
  return { target, port: port.toString().trim() };
}
