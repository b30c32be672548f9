import { App } from 'aws-cdk-lib';
import { eventId } from '../lib/core/event/event-id';
import { GameDayError } from '../lib/core/errors';
import { readEventFile } from '../lib/rehearsal/records/event-on-disk';
import { addOrganizer } from '../lib/stacks/add-organizer';
import { chosenWeaknesses, deploymentTarget, wantsTemplates } from '../lib/stacks/app-context';
import { scenarioStacks } from '../lib/stacks/scenario-stack';

/**
 * The CDK app: event file to the organizer's stack and the one that every team takes over.
 *
 *     npx cdk synth -c event=my-event.yaml                                 (the organizer's stack, and a team's: all are the same)
 *     npx cdk deploy Organizer -c event=my-event.yaml --parameters AlarmEmail=me@example.com
 *     npx cdk deploy -c event=my-event.yaml -c team=blue -c organizer=333333333333
 *     npx cdk synth Arena -c weaknesses=none                               (the reference solution)
 *     npx cdk synth Arena -c weaknesses=one-zone,starved-table             (some)
 *     npx cdk synth Arena -c experiments=templates                         (with the experiments as templates of AWS FIS)
 *
 * A team's stack that is not there yet is deployed with `-c weaknesses=none` first, and then once more without: some weaknesses only let
 * stand what stands already. `gameday deploy` does both by itself.
 */
async function main(): Promise<void> {
  const app = new App();
  const context = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name);
    return typeof value === 'string' ? value : undefined;
  };
  const event = await readEventFile(context('event') ?? 'scenarios/rental-market/event.yaml');
  const { scenario, add } = await scenarioStacks(event.scenario, event.options);
  const chosen = chosenWeaknesses(scenario, context('weaknesses') ?? 'all');
  const target = deploymentTarget(event, context('team'), process.env['CDK_DEFAULT_REGION']);
  const organizerAccount = context('organizer');
  const deployment = {
    eventId: eventId(event),
    ...(organizerAccount !== undefined && { organizerAccount }),
    ...(event.accounts.organization !== undefined && { organization: event.accounts.organization }),
    ...(target && { target }),
  };
  add(app, ({ id }) => chosen.has(id), deployment, wantsTemplates(context('experiments')));
  if (target === undefined) {
    await addOrganizer(app, event);
  }
  app.synth();
}

main().catch((error: unknown) => {
  console.error(error instanceof GameDayError ? `${error.message}\n${error.hint}` : error);
  process.exitCode = error instanceof GameDayError ? 2 : 1;
});
