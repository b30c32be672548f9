import { readFile } from 'node:fs/promises';

/** What a process with all below it has used. */
interface Usage {
  readonly cpuMs: number;
  readonly rssMib: number;
}

/** CPU time and memory of a process and all below it, from Linux's /proc (proc(5)); ticks are 10 ms, pages 4 KiB. Undefined where there is none. */
export async function usageOf(pid: number): Promise<Usage | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    let cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
    let rssMib = (Number(fields[21]) * 4) / 1024;
    for (const child of (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')) {
      const below = child === '' ? undefined : await usageOf(Number(child));
      cpuMs += below?.cpuMs ?? 0;
      rssMib += below?.rssMib ?? 0;
    }
    return { cpuMs, rssMib };
  } catch {
    return undefined;
  }
}
