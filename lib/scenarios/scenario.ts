import type { Construct, IMixin } from 'constructs';
import type { JourneyDefinition } from '../../load/journey';
import type { Application } from '../arena/application';
import type { Foundation } from '../constructs/foundation';
import type { ScenarioOptions } from '../core/event/event';
import type { ScenarioCard, WeaknessCard } from '../core/scenario';

/** A weakness: its card, and the CDK mixin that spoils the good stack. Imports CDK for types only, so that the catalogue is cheap to load. */
export interface Weakness extends WeaknessCard {
  readonly mixin: IMixin;
}

/** All of a scenario. `scenarios/<id>/scenario.ts` exports one as `scenario`; `scenarios/<id>/stack.ts` exports `build: BuildArchitecture`;
 * `scenarios/<id>/journey.ts` exports `journey`, with pure imports only, because k6 runs it too. */
export interface Scenario extends Omit<ScenarioCard, 'weaknesses'> {
  readonly weaknesses: readonly Weakness[];
  readonly application: Application;
  readonly journey: JourneyDefinition;
}

/**
 * Builds the good architecture in `scope` (a stack) and returns the construct that mixins are applied to.
 * @param options a choice for everything that the scenario leaves open
 */
export type BuildArchitecture = (scope: Construct, options: ScenarioOptions) => Foundation;
