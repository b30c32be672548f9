import { App } from 'aws-cdk-lib';
import { GameDayError } from '../lib/core/errors';
import { readEventFile } from '../lib/rehearsal/records/event-on-disk';
import type { Scenario } from '../lib/scenarios/scenario';
import { scenarioStacks } from '../lib/stacks/scenario-stack';

/**
 * The CDK app: event file to the stack that every team takes over. Teams are not named: their stacks are the same.
 *
 *     npx cdk synth -c event=my-event.yaml
 *     npx cdk synth -c weaknesses=none                        (the reference solution)
 *     npx cdk synth -c weaknesses=one-zone,starved-table      (some)
 */
async function main(): Promise<void> {
  const app = new App();
  const context = (name: string, otherwise: string) => String(app.node.tryGetContext(name) ?? otherwise);
  const event = await readEventFile(context('event', 'scenarios/rental-market/event.yaml'));
  const { scenario, add } = await scenarioStacks(event.scenario);
  const chosen = chosenWeaknesses(scenario, context('weaknesses', 'all'));
  add(app, ({ id }) => chosen.has(id));
  app.synth();
}

function chosenWeaknesses(scenario: Scenario, choice: string): ReadonlySet<string> {
  const known = scenario.weaknesses.map(({ id }) => id);
  if (choice === 'all') return new Set(known);
  if (choice === 'none') return new Set();
  const chosen = choice.split(',');
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown === undefined) return new Set(chosen);
  throw new GameDayError(
    'BadOption',
    `The scenario ${scenario.id} has no weakness "${unknown}".`,
    `Write all, none, or some of: ${known.join(',')}.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof GameDayError ? `${error.message}\n${error.hint}` : error);
  process.exitCode = error instanceof GameDayError ? 2 : 1;
});
