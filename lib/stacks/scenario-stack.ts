import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { ScenarioOptions } from '../core/event/event';
import { loadScenario, scenarioFolder } from '../scenarios/catalogue';
import type { BuildArchitecture, Weakness } from '../scenarios/scenario';
import { chosenOptions } from '../scenarios/options';
import { TeamStack, type TeamDeployment } from './team-stack';

/**
 * Makes stacks of one scenario, with the weaknesses that `choose` keeps: all of them is what teams take over, none is the
 * reference solution; on demand with its experiments as templates of AWS FIS. @throws GameDayError `ScenarioUnknown`
 *
 * @param chosen what the event chooses where the scenario leaves a choice
 */
export async function scenarioStacks(id: string, chosen: ScenarioOptions = {}) {
  const scenario = await loadScenario(id);
  const { build } = (await import(join(scenarioFolder(id), 'stack'))) as { build: BuildArchitecture };
  return {
    scenario,
    add: (
      app: App,
      choose: (weakness: Weakness) => boolean,
      deployment?: TeamDeployment,
      withTemplates = false,
    ): TeamStack =>
      new TeamStack(app, {
        description: scenario.title,
        build,
        options: chosenOptions(scenario, chosen),
        mixins: scenario.weaknesses.filter(choose).map(({ mixin }) => mixin),
        ...(deployment && { deployment }),
        ...(withTemplates && { templates: scenario.experiments }),
      }),
  };
}
