import { ensureChromium } from '../support/chromium';
import { ensureK6 } from '../support/k6-binary';
import { ensurePythonTools } from '../support/python-tools';
import { ensureRabbit } from '../support/rabbitmq';
import { mutationStep } from './mutation-step';
import { add, jest, one, toolStep, type Step, type Tally } from './step';

/** What a step needs is looked for once, however many steps need it. */
const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let found: Promise<T> | undefined;
  return () => (found ??= work());
};
const k6 = once(ensureK6);
const pythonTools = once(ensurePythonTools);
const broker = once(ensureRabbit);

/**
 * A suite that needs a program which a user's machine may lack: without it the suite is skipped with one loud line,
 * and in CI that is a failure, so that a green run there has proved everything.
 */
const needing = (ensure: () => Promise<string | undefined>, project: string, workers = '--runInBand'): Step => ({
  name: project,
  prepare: ensure,
  run: async () => {
    if ((await ensure()) !== undefined) return jest([project], workers);
    console.log(
      `\n!!! ${project.toUpperCase()} TESTS NOT RUN: see the line above for what is missing and how to get it !!!\n`,
    );
    return process.env['CI'] === 'true' ? one(false) : { passed: 0, failed: 0, skipped: 1 };
  },
});

/** All but the tests with a real message broker run without one; those are skipped then, and in CI that is a failure. */
async function endToEnd(): Promise<Tally> {
  const hasBroker = await broker();
  if (!hasBroker) console.log('\n!!! TESTS WITH A MESSAGE BROKER NOT RUN: see the line above for how to get it !!!\n');
  const tally = await jest(['e2e'], '--runInBand');
  return hasBroker || process.env['CI'] !== 'true' ? tally : add(tally, one(false));
}

/** Jest leaves one core to whoever sits before the machine, which halves a machine of two. */
const BOTH_CORES = '--maxWorkers=100%';

const steps: readonly Step[] = [
  toolStep('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  toolStep('lint', 'eslint/bin/eslint.js', '.'),
  toolStep('types', 'typescript/bin/tsc', '-p', '.'),
  toolStep('types of the pages', 'typescript/bin/tsc', '-p', 'web'),
  toolStep('unused', 'knip/bin/knip.js'),
  { name: 'unit', run: () => jest(['unit'], BOTH_CORES) },
  mutationStep,
  { name: 'synth', run: () => jest(['synth'], BOTH_CORES) },
  { name: 'e2e', prepare: broker, run: endToEnd },
  needing(once(ensureChromium), 'browser'),
  needing(k6, 'k6'),
  needing(async () => (await k6()) && (await pythonTools()), 'emulator', BOTH_CORES),
];

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.log(`No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failing: string[] = [];
  const chosen = steps.filter((each) => names.length === 0 || names.includes(each.name));
  // What has to be fetched and built comes while the first steps, which use one core, are run.
  const preparing = prepare(chosen);
  for (const step of chosen) {
    console.log(`\n— ${step.name}`);
    const begun = performance.now();
    const tally = await step.run();
    console.log(
      `  ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    if (tally.failed > 0) failing.push(step.name);
    total = add(total, tally);
  }
  await preparing;
  if (failing.length > 0) console.log(`\nFailing: ${failing.join(', ')}. Run one alone: npm test -- ${failing[0]}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** One after the other, so that the first is there early. */
async function prepare(chosen: readonly Step[]): Promise<void> {
  // What cannot be had is told by the step that needs it.
  for (const step of chosen) await step.prepare?.().catch(() => undefined);
}

void main(process.argv.slice(2));
