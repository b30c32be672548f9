import { createInterface } from 'node:readline';
import { handler } from '../../lib/handlers/scorer.lambda';

/** The deployed scorer as a warm process: each line of standard input is the instant of a tick, ms; each line of output what it took. */
async function main(): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    const now = Number(line);
    Date.now = () => now;
    const begun = performance.now();
    const used = process.cpuUsage();
    await handler();
    const { user, system } = process.cpuUsage(used);
    const mostMib = process.resourceUsage().maxRSS / 1024;
    const figures = { seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6, mostMib };
    process.stdout.write(`\nticked ${JSON.stringify(figures)}\n`);
  }
}

void main();
