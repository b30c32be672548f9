import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createContext, runInContext } from 'node:vm';
import type { JourneyDefinition } from '../../load/journey';
import { journeyHmac as hmac } from '../../load/hmac';
import type { ApplicationLogic } from '../../lib/arena/application';
import { GameDayError } from '../../lib/core/errors';
import { failureClasses } from '../../lib/core/experiments/failure-class';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { loadScenario, scenarioNames } from '../../lib/scenarios/catalogue';
import type { Scenario } from '../../lib/scenarios/scenario';
import { scenario as market } from '../../scenarios/rental-market/scenario';
import { blue, noon } from './play';

test('the scenarios of the checkout are known by their folders', async () => {
  expect(scenarioNames()).toContain('rental-market');
  expect((await loadScenario('rental-market')).id).toBe('rental-market');
});

test.each(['rental-mrket', '', '../lib', 'rental-market/app'])(
  '%p is not a scenario, and the message names those that are',
  async (id) => {
    const failure = await loadScenario(id).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GameDayError);
    expect(failure).toMatchObject({
      code: 'ScenarioUnknown',
      hint: expect.stringContaining('rental-market') as string,
    });
  },
);

test('the market has at least twelve weaknesses of at least five failure classes', () => {
  expect(new Set(market.weaknesses.map(({ id }) => id)).size).toBeGreaterThanOrEqual(12);
  expect(new Set(market.weaknesses.map(({ failureClass }) => failureClass)).size).toBeGreaterThanOrEqual(5);
});

describe.each(scenarioNames())('scenario %s', (name) => {
  const folder = `scenarios/${name}`;
  let scenario: Scenario;
  beforeAll(async () => (scenario = await loadScenario(name)));

  test('is read without loading CDK', () => {
    const program = `require('./${folder}/scenario');
      console.log(Object.keys(require.cache).filter((path) => /node_modules.(aws-cdk-lib|constructs|@aws-sdk)/.test(path)).length)`;
    const found = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], { encoding: 'utf8' });
    expect(found.trim()).toBe('0');
  });

  test('is called like its folder', () => {
    expect(scenario.id).toBe(name);
  });

  test('has an event file that is right, plans the same traffic as the scenario, and experiments of its catalogue', async () => {
    const event = await readEventFile(`${folder}/event.yaml`);
    expect(event.teams.map(({ id }) => id)).toEqual(['idle', 'novice', 'steady', 'expert']);
    expect(event).toMatchObject({ scenario: name, traffic: scenario.traffic, spikes: scenario.spikes });
    expect(event.experiments.length).toBeGreaterThan(0);
    const known = scenario.experiments.map(({ id }) => id);
    for (const { experiment } of event.experiments) expect(known).toContain(experiment);
  });

  test('has experiments that are over, and leave ten minutes to recover, before the event ends', async () => {
    const { experiments, durationSeconds } = await readEventFile(`${folder}/event.yaml`);
    for (const { experiment, atSeconds, forSeconds } of experiments) {
      const lasting = forSeconds ?? scenario.experiments.find(({ id }) => id === experiment)?.durationSeconds ?? NaN;
      expect(atSeconds + lasting).toBeLessThanOrEqual(durationSeconds - 600);
    }
  });

  test('says of every weakness all that a card must say', () => {
    expect(new Set(scenario.weaknesses.map(({ id }) => id)).size).toBe(scenario.weaknesses.length);
    for (const { title, symptom, exposedBy, repair, hints, failureClass } of scenario.weaknesses) {
      const words = [title, symptom, exposedBy, repair, ...hints.map(({ text }) => text)];
      for (const text of words) expect(text.trim().length).toBeGreaterThan(10);
      expect(failureClasses).toContain(failureClass);
      expect(hints.map(({ costSeconds }) => costSeconds)).toEqual([30, 60, 120]);
    }
  });

  test('names in its cards only experiments that exist', () => {
    const experiments = scenario.experiments.map(({ id }) => id);
    const named = scenario.weaknesses.flatMap(({ exposedBy }) =>
      [...exposedBy.matchAll(/experiments? ([a-z]+(?:-[a-z]+)+)/g)].map(([, id]) => id),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(experiments).toContain(id);
  });

  test('aims its experiments at tiers that exist', () => {
    const tiers = scenario.application.tiers.map(({ id }) => id);
    for (const { fault } of scenario.experiments) if ('tier' in fault) expect(tiers).toContain(fault.tier);
  });

  test('has an application that answers the example of every route of its model; calls lead to routes', () => {
    const { routes, journey, open } = scenario.application;
    const logic = open(blue);
    const ids = routes.map(({ id }) => id);
    for (const { path, method, pattern, calls } of routes) {
      expect(path).toMatch(pattern);
      expect(logic.answer({ method, path, body: '' }, noon).status).toBeLessThan(500);
      for (const call of calls) if (call.kind === 'route') expect(ids).toContain(call.route);
    }
    expect(journey).toEqual(scenario.journey.stepNames);
    expect(scenario.journey.steps).toBe(journey.length);
  });

  test('has a journey whose steps take the routes that the model says, and that is content', () => {
    const { routes, journey, open } = scenario.application;
    const taken: (string | undefined)[] = [];
    const end = walk(scenario.journey, open(blue), (method, path) =>
      taken.push(routes.find((route) => route.method === method && route.pattern.test(path))?.id),
    );
    expect(taken).toEqual(journey);
    expect(end).toBe('correct');
  });

  test('has a journey that needs nothing but the language: it runs where there is neither Node nor a browser', () => {
    const { outputFiles } = buildSync({
      entryPoints: [`${folder}/journey.ts`],
      bundle: true,
      write: false,
      platform: 'neutral',
      format: 'iife',
      globalName: 'bundle',
      logLevel: 'error',
    });
    const bare = createContext({});
    runInContext(outputFiles[0]?.text ?? '', bare);
    const { journey } = runInContext('bundle', bare) as { journey: JourneyDefinition };
    expect(walk(journey, scenario.application.open(blue))).toBe('correct');
  });

  test('has a journey that nothing canned satisfies', () => {
    const { journey, application } = scenario;
    const first = application.open(blue);
    const canned = new Map<string, ReturnType<ApplicationLogic['answer']>>();
    walk(journey, { answer: (request, at) => remember(canned, request.path, first.answer(request, at)) });
    const parrot: ApplicationLogic = {
      answer: (request, at) => canned.get(request.path) ?? first.answer(request, at),
    };
    expect(walk(journey, parrot, undefined, { seed: 12, at: noon + 3_600_000 })).toBe('faulty');
  });
});

/** Plays one customer of a journey against an application's logic. */
function walk(
  journey: JourneyDefinition,
  logic: ApplicationLogic,
  seen: (method: string, path: string) => void = () => undefined,
  { seed, at } = { seed: 11, at: noon },
): 'correct' | 'faulty' {
  const customer = journey.start({ ...blue, seed, hmac });
  let next = customer.next();
  while (next.done !== true) {
    const { method, path, body = '' } = next.value;
    seen(method, path.split('?')[0] ?? '');
    next = customer.next({ ...logic.answer({ method, path, body }, at), sentAt: at, receivedAt: at + 90 });
  }
  return next.value;
}

function remember<T>(kept: Map<string, T>, key: string, value: T): T {
  kept.set(key, value);
  return value;
}
