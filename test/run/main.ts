import { ensureChromium } from '../support/chromium';
import { ensureK6 } from '../support/k6-binary';
import { ensurePythonTools } from '../support/python-tools';
import { ensureRabbit } from '../support/rabbitmq';
import { mutationStep } from './mutation-step';
import { add, jest, one, toolStep, type Step, type Tally } from './step';

/**
 * A suite that needs a program which a user's machine may lack: without it the suite is skipped with one loud line,
 * and in CI that is a failure, so that a green run there has proved everything.
 */
const needing = (
  ensure: () => string | undefined | Promise<string | undefined>,
  project: string,
  workers = '--runInBand',
): Step => ({
  name: project,
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
  const hasBroker = ensureRabbit();
  if (!hasBroker) console.log('\n!!! TESTS WITH A MESSAGE BROKER NOT RUN: see the line above for how to get it !!!\n');
  const tally = await jest(['e2e'], '--runInBand');
  return hasBroker || process.env['CI'] !== 'true' ? tally : add(tally, one(false));
}

const steps: readonly Step[] = [
  toolStep('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  toolStep('lint', 'eslint/bin/eslint.js', '.'),
  toolStep('types', 'typescript/bin/tsc', '-p', '.'),
  toolStep('types of the pages', 'typescript/bin/tsc', '-p', 'web'),
  toolStep('unused', 'knip/bin/knip.js'),
  { name: 'unit', run: () => jest(['unit']) },
  mutationStep,
  { name: 'synth', run: () => jest(['synth']) },
  { name: 'e2e', run: endToEnd },
  needing(ensureChromium, 'browser'),
  needing(ensureK6, 'k6'),
  needing(async () => (await ensureK6()) && (await ensurePythonTools()), 'emulator', '--maxWorkers=2'),
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
  for (const step of steps.filter((each) => names.length === 0 || names.includes(each.name))) {
    console.log(`\n— ${step.name}`);
    const begun = performance.now();
    const tally = await step.run();
    console.log(
      `  ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    if (tally.failed > 0) failing.push(step.name);
    total = add(total, tally);
  }
  if (failing.length > 0) console.log(`\nFailing: ${failing.join(', ')}. Run one alone: npm test -- ${failing[0]}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
