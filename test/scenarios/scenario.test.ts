import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createContext, runInContext } from 'node:vm';
import type { JourneyDefinition } from '../../load/journey';
import { GameDayError } from '../../lib/core/errors';
import { failureClasses } from '../../lib/core/scenario';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { loadScenario, scenarioNames } from '../../lib/scenarios/catalogue';
import { journeyHmac as hmac } from '../../load/hmac';
import { openLogic } from '../../scenarios/rental-market/app/logic';
import { scenario } from '../../scenarios/rental-market/scenario';
import { blue, noon } from './play';

const { application } = scenario;

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

test('a scenario is read without loading CDK', () => {
  const program = `require('./scenarios/rental-market/scenario');
    console.log(Object.keys(require.cache).filter((path) => /node_modules.(aws-cdk-lib|constructs|@aws-sdk)/.test(path)).length)`;
  expect(execFileSync(process.execPath, ['--import', 'tsx', '-e', program], { encoding: 'utf8' }).trim()).toBe('0');
});

test('its own event file is right and plans the same traffic as the scenario', async () => {
  const event = await readEventFile('scenarios/rental-market/event.yaml');
  expect(event.teams.map(({ id }) => id)).toEqual(['idle', 'novice', 'steady', 'expert']);
  expect(event).toMatchObject({ traffic: scenario.traffic, spikes: scenario.spikes, durationSeconds: 4 * 3600 });
  expect(new Set(event.experiments.map(({ experiment }) => experiment))).toEqual(
    new Set(scenario.experiments.map(({ id }) => id)),
  );
});

describe.each(scenario.weaknesses.map((weakness) => [weakness.id, weakness] as const))(
  'weakness %s',
  (_id, weakness) => {
    test('says all that a card must say', () => {
      const words = [
        weakness.title,
        weakness.symptom,
        weakness.exposedBy,
        weakness.repair,
        ...weakness.hints.map((h) => h.text),
      ];
      for (const text of words) expect(text.trim().length).toBeGreaterThan(10);
      expect(failureClasses).toContain(weakness.failureClass);
      expect(weakness.hints.map(({ costSeconds }) => costSeconds)).toEqual([30, 60, 120]);
    });
  },
);

test('there are at least twelve weaknesses of at least five failure classes', () => {
  expect(new Set(scenario.weaknesses.map(({ id }) => id)).size).toBeGreaterThanOrEqual(12);
  expect(new Set(scenario.weaknesses.map(({ failureClass }) => failureClass)).size).toBeGreaterThanOrEqual(5);
});

test('experiments aim at tiers that exist', () => {
  const tiers = application.tiers.map(({ id }) => id);
  for (const { fault } of scenario.experiments) if ('tier' in fault) expect(tiers).toContain(fault.tier);
});

test('the model’s routes are the application’s: each example is answered, each call leads to a route, each step is one', () => {
  const logic = openLogic(blue);
  const routes = application.routes.map(({ id }) => id);
  for (const { path, method, pattern, calls } of application.routes) {
    expect(path).toMatch(pattern);
    const expected = path.startsWith('/bookings') ? [400, 404] : path.includes('quotes') ? [400] : [200];
    expect(expected).toContain(logic.answer({ method, path, body: '' }, noon).status);
    for (const call of calls) if (call.kind === 'route') expect(routes).toContain(call.route);
  }
  expect(application.journey).toEqual(scenario.journey.stepNames);
  expect(routes).toEqual(expect.arrayContaining([...application.journey]));
});

test('the journey’s steps take the routes that the model says', () => {
  const logic = openLogic(blue);
  const customer = scenario.journey.start({ ...blue, seed: 3, hmac });
  const taken: (string | undefined)[] = [];
  let next = customer.next();
  while (next.done !== true) {
    const { method, path, body = '' } = next.value;
    const bare = path.split('?')[0] ?? '';
    taken.push(application.routes.find((route) => route.method === method && route.pattern.test(bare))?.id);
    next = customer.next({ ...logic.answer({ method, path, body }, noon), sentAt: noon, receivedAt: noon });
  }
  expect(taken).toEqual(application.journey);
});

test('the journey needs nothing but the language: it runs where there is neither Node nor a browser', () => {
  const { outputFiles } = buildSync({
    entryPoints: ['scenarios/rental-market/journey.ts'],
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
  const logic = openLogic(blue);
  const customer = journey.start({ ...blue, seed: 11, hmac });
  let next = customer.next();
  while (next.done !== true) {
    const { method, path, body = '' } = next.value;
    next = customer.next({ ...logic.answer({ method, path, body }, noon), sentAt: noon, receivedAt: noon + 90 });
  }
  expect(next.value).toBe('correct');
});
