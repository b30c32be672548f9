import { GameDayError } from '../../lib/core/errors';
import { green, notApplicable, red, type Check, type Finding } from '../../lib/doctor/check';
import { examine, type Examined } from '../../lib/doctor/examine';
import { readiness, reportText } from '../../lib/doctor/report';
import { anEvent } from '../support/builders';

const never = () => new Promise<never>(() => undefined);
const atOnce = { concurrency: 3, limitMs: 60_000, wait: never };
const check = (name: string, look: Check['look']): Check => ({ name, look });
const found = (name: string, finding: Finding, team?: string): Examined => ({ ...(team && { team }), name, finding });

test('findings stand in the order of the checks, whichever is done first', async () => {
  let first: (finding: Finding) => void = () => undefined;
  const slow = check('slow', () => new Promise((settle) => (first = settle)));
  const fast = check('fast', () => Promise.resolve(green('soon')).finally(() => first(green('at last'))));
  expect(await examine([slow, fast], atOnce)).toEqual([found('slow', green('at last')), found('fast', green('soon'))]);
});

test('at most so many checks are made at a time', async () => {
  let [now, most] = [0, 0];
  const look = async () => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now -= 1;
    return green('');
  };
  await examine(
    Array.from({ length: 20 }, (_, index) => check(`${index}`, look)),
    atOnce,
  );
  expect(most).toBe(3);
});

test('what cannot be seen is red: a failure that is known says what to do', async () => {
  const known = new GameDayError('CredentialsMissing', 'nobody knows you', 'Log in.');
  expect(await examine([check('known', () => Promise.reject(known))], atOnce)).toEqual([
    found('known', red('nobody knows you', 'Log in.')),
  ]);
});

test('what cannot be seen is red: any other failure is told in one short line', async () => {
  const long = new Error(`first\nsecond ${'x'.repeat(5000)}`);
  const [only] = await examine([check('unknown', () => Promise.reject(long))], atOnce);
  expect(only?.finding).toMatchObject({
    verdict: 'red',
    says: expect.stringMatching(/^Error: first second x{1,300}$/) as string,
  });
});

test('a check that hangs is red, and the others are made', async () => {
  const answers = await examine([check('hangs', never), check('answers', () => Promise.resolve(green('')))], {
    ...atOnce,
    wait: (_ms, signal) =>
      // The limit of the check that hangs is reached; that of the other is called off.
      new Promise((settle) => setImmediate(() => (signal.aborted ? undefined : settle()))),
  });
  expect(answers.map(({ finding }) => finding.verdict)).toEqual(['red', 'green']);
});

const event = anEvent();
const mixed = [
  found('table', green('active')),
  found('pages', red('the address answers 403', 'Deploy it.')),
  found('journey', green('4 steps'), 'blue'),
  found('stack', notApplicable('begun'), 'blue'),
  found('journey', red('the step “booking” got no answer', 'Look at it.'), 'red'),
  found('stack', green('UPDATE_COMPLETE'), 'red'),
];

test('a team with anything red is not ready, the others are', () => {
  expect(readiness(event, mixed)).toEqual({ ready: false, unreadyTeams: ['red'], unreadyEvent: ['pages'] });
});

test('what is not applicable keeps nobody from being ready', () => {
  expect(readiness(event, mixed.slice(2, 4))).toEqual({ ready: true, unreadyTeams: [], unreadyEvent: [] });
});

test('anything red of the event itself keeps the doors shut', () => {
  expect(readiness(event, [found('pages', red('403', 'Deploy.'))])).toMatchObject({
    ready: false,
    unreadyEvent: ['pages'],
  });
});

test('the report has a line for each team, and what is red with its fix', () => {
  expect(reportText(event, mixed)).toBe(
    [
      '     Event',
      'ok   table  active',
      'RED  pages',
      '',
      'Team  journey  stack',
      'blue  ok       -',
      'red   RED      ok',
      '',
      'event, pages: the address answers 403',
      '  Deploy it.',
      'red, journey: the step “booking” got no answer',
      '  Look at it.',
      '',
    ].join('\n'),
  );
});
