import { transformSync } from '@swc/core';
import { experimentSchema, type ExperimentCard } from '../../lib/core/experiments/experiment';
import { failureClasses } from '../../lib/core/experiments/failure-class';
import { scenarioMistakes, targetsOf } from '../../lib/scenarios/scenario-mistakes';
import { unfilled, unfinished } from '../../lib/scenarios/to-fill-in';
import { draftExperiment, experimentId } from '../../lib/workshop/draft-experiment';
import { experimentSource, exportName } from '../../lib/workshop/experiment-source';
import { scenario as cornerShop } from '../../scenarios/corner-shop/scenario';
import { scenario as rentalMarket } from '../../scenarios/rental-market/scenario';
import { anExperiment } from '../support/an-experiment';
import { aPastIncident } from './a-past-incident';

const draftFor = (
  scenario: typeof cornerShop,
  parts: Parameters<typeof aPastIncident>[0],
  known = scenario.experiments,
) => draftExperiment('trial', aPastIncident(parts), targetsOf(scenario.application), known);

/** What a source exports. */
function evaluated(source: string): Readonly<Record<string, unknown>> {
  const { code } = transformSync(source, {
    filename: 'x.ts',
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exports: Record<string, unknown> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('exports', 'require', code)(exports, () => ({}));
  return exports;
}

describe.each([cornerShop, rentalMarket])('in the scenario $id', (scenario) => {
  test.each(failureClasses)(
    'a draft of the class "%s" is a right experiment, aimed at something that is there',
    (failureClass) => {
      for (const known of [scenario.experiments, []]) {
        const card = draftFor(scenario, { failureClass }, known);
        expect(scenarioMistakes({ ...scenario, experiments: [card] }, scenario.id)).toEqual([]);
        expect(card.failureClass).toBe(failureClass);
      }
    },
  );
});

test('a fault is aimed at the tier that the incident names', () => {
  const { fault } = draftFor(rentalMarket, { failureClass: 'capacity and traffic', systems: ['Bookings API'] }, []);
  expect(fault).toEqual({ kind: 'cpu-stress', tier: 'bookings', load: 0.9 });
});

test('what only the author knows is marked, and nothing else', () => {
  const card = draftFor(cornerShop, {});
  expect(unfilled(card)).toEqual([
    'hypothesis',
    'kickOff.story',
    'kickOff.target',
    'kickOff.didYouKnow',
    'signals.0',
    'repair',
  ]);
  expect(unfilled(anExperiment())).toEqual([]);
});

test('with a long history a draft is still one that the schema takes', () => {
  const long = 'x'.repeat(100);
  const card = draftFor(cornerShop, {
    title: 'y'.repeat(200),
    detectedBy: long,
    systems: Array<string>(50).fill(long),
  });
  expect(experimentSchema.safeParse(card).success).toBe(true);
});

test.each([
  ['quotes of all kinds', `it's "so" \`so\` ‘so’`],
  ['the end of a comment', '*/ process.exit(1) /*'],
  ['a template', '${process.exit(1)}'],
  ['backslashes', "\\'; process.exit(1); //\\"],
])('text with %s stays text in the source', (_, title) => {
  const card = draftFor(cornerShop, { title, detectedBy: title, systems: [title] });
  const source = experimentSource(card, 'INC-1 */ process.exit(1)');
  expect(evaluated(source)).toEqual({ trial: card });
});

test.each([
  ['Price lag!', 'price-lag', 'priceLag'],
  ['42 Überfälle in a row', 'uberfalle-in-a-row', 'uberfalleInARow'],
  [
    'A very long title that goes on and on and on for ever',
    'a-very-long-title-that-goes-on-and-on-and',
    'aVeryLongTitleThatGoesOnAndOnAnd',
  ],
  ['???', undefined, undefined],
])('"%s" makes the id %p', (title, id, name) => {
  expect(experimentId(title)).toBe(id);
  if (id !== undefined) expect([exportName(id), experimentSchema.shape.id.safeParse(id).success]).toEqual([name, true]);
});

test('a file is finished when its texts are written and its scenario lists it', () => {
  const file = (card: ExperimentCard) => ({
    path: `experiments/${card.id}.ts`,
    exports: { card, other: 7, list: [card] },
  });
  const draft = draftFor(cornerShop, {});
  expect(unfinished([file(anExperiment()), file(draft)], ['stop'])).toEqual([
    'experiments/trial.ts is a draft: hypothesis, kickOff.story, kickOff.target, kickOff.didYouKnow, signals.0, repair are to be filled in',
    'experiments/trial.ts is not among the experiments of the scenario: list trial there',
  ]);
});
