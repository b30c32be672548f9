import { App } from 'aws-cdk-lib';
import { rmSync } from 'node:fs';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { eventId } from '../../lib/core/event/event-id';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { figure, type Figure } from './figure';

const RUNS = 3;

/**
 * How long it takes to synthesise what an event of so many teams deploys, without validation: the organizer's stack, whose size
 * grows with the teams, and the one template that all teams share.
 */
export async function benchSynth(): Promise<Figure[]> {
  process.env['CDK_VALIDATION'] = 'false';
  const { add } = await scenarioStacks('rental-market');
  const synthesise = (teams: number): number => {
    const event = anEvent({
      teams: Array.from({ length: teams }, (_, index) => ({
        id: `team-${index}`,
        name: `Team ${index}`,
        account: String(100_000_000_000 + index),
      })),
    });
    const begun = performance.now();
    for (const build of [
      (app: App) => organizerStack(event, app),
      (app: App) => add(app, () => true, { eventId: eventId(event) }),
    ]) {
      const app = new App();
      build(app);
      rmSync(app.synth().directory, { recursive: true, force: true });
    }
    return (performance.now() - begun) / 1000;
  };
  // The first one loads CDK and bundles the scenario's program.
  synthesise(1);
  return [3, 50, 100].map((teams) =>
    figure(
      `synthesis of ${teams} teams' deployments`,
      's',
      Array.from({ length: RUNS }, () => synthesise(teams)),
      teams === 100 ? '4' : undefined,
    ),
  );
}
