import type { Io, LiveRows } from '../../lib/core/io';
import { StackFailure, type Deployer } from '../../lib/deploy/deployer';
import { resultText, runDeployment } from '../../lib/deploy/run';
import { deployTargets } from '../../lib/deploy/target';
import { anEvent } from '../support/builders';
import { refusal } from '../support/refusal';

const home = { account: '999999999999', region: 'eu-west-1' };
const targets = deployTargets(anEvent(), { teams: [], organizer: false }, home);

/** Somebody at a terminal, and everything that is shown there. */
function aTerminal({ hasRows, says = true }: { readonly hasRows: boolean; readonly says?: boolean }) {
  const notes: string[] = [];
  const questions: string[] = [];
  const rows: string[] = [];
  const titles: string[] = [];
  let settle: () => void = () => undefined;
  const live: LiveRows = {
    say: (row, text) => rows.push(`${row} ${text}`),
    end: (row, outcome, text) => {
      rows.push(`${row} ${outcome}: ${text}`);
      if (rows.filter((each) => / (done|failed): /.test(each)).length === titles.length) settle();
    },
    settled: new Promise((resolve) => (settle = resolve)),
  };
  const io: Io = {
    result: () => undefined,
    notify: (text) => notes.push(text),
    progress: () => undefined,
    confirm: (question) => {
      questions.push(question);
      return Promise.resolve(says);
    },
    ...(hasRows && {
      rows: (given: readonly string[]) => {
        titles.push(...given);
        return live;
      },
    }),
  };
  return { io, notes, questions, rows, titles };
}

/** The organizer's plane goes well, blue is throttled once, red fails; what comes after an interrupt is not begun. */
function aDeployer(): Deployer {
  let tries = 0;
  return {
    preview: () => Promise.resolve({ status: undefined, bootstraps: false, added: 60, changed: 0, removed: 0 }),
    deploy: ({ id }, say) => {
      say('begins');
      say('12 of 60 resources');
      if (id === 'blue' && (tries += 1) === 1) return Promise.reject(new Error('Rate exceeded'));
      if (id === 'red') {
        return Promise.reject(new StackFailure('red', 'ROLLBACK_COMPLETE', ['Table (AWS::DynamoDB::Table): no']));
      }
      return Promise.resolve(id === 'blue' ? { Address: 'http://blue' } : { Scoreboard: 'https://board' });
    },
  };
}
const run = (io: Io, yes = true, controller = new AbortController(), deployer = aDeployer()) =>
  runDeployment(
    targets,
    deployer,
    { concurrency: 1, yes, signal: controller.signal, wait: () => Promise.resolve() },
    io,
  );

test('every stack has a row with its account and region, which tells each step and how it ended', async () => {
  const { io, rows, titles } = aTerminal({ hasRows: true });
  await run(io);
  expect(titles).toEqual([
    'organizer (999999999999, eu-west-1)',
    'blue (111111111111, eu-west-1)',
    'red (222222222222, eu-west-1)',
  ]);
  expect(rows).toEqual([
    '0 begins',
    '0 12 of 60 resources',
    '0 done: deployed',
    '1 begins',
    '1 12 of 60 resources',
    '1 tries again in 5 s: Rate exceeded',
    '1 begins',
    '1 12 of 60 resources',
    '1 done: deployed',
    '2 begins',
    '2 12 of 60 resources',
    '2 failed: failed: Table (AWS::DynamoDB::Table): no (ROLLBACK_COMPLETE)',
  ]);
});

test('where no rows can stand, there is a line for each step that matters, and none for every resource', async () => {
  const { io, notes } = aTerminal({ hasRows: false });
  await run(io);
  expect(notes.slice(1)).toEqual([
    'organizer: begins',
    'organizer: deployed',
    'blue: begins',
    'blue: tries again in 5 s: Rate exceeded',
    'blue: begins',
    'blue: deployed',
    'red: begins',
    'red: failed: Table (AWS::DynamoDB::Table): no (ROLLBACK_COMPLETE)',
  ]);
});

test('what was not begun because of an interrupt ends its row, too', async () => {
  const controller = new AbortController();
  const deployer: Deployer = {
    ...aDeployer(),
    deploy: () => {
      controller.abort();
      return Promise.resolve({});
    },
  };
  const { io, rows } = aTerminal({ hasRows: true });
  await run(io, true, controller, deployer);
  expect(rows).toEqual(['0 done: deployed', '1 failed: not begun', '2 failed: not begun']);
});

test('in the end each stack stands with its outcome and address, and each failure with what to do', async () => {
  const { io } = aTerminal({ hasRows: true });
  const text = resultText(await run(io));
  expect(text.split('\n').map((line) => line.trimEnd())).toEqual([
    'Who        Outcome   Address',
    'organizer  deployed  https://board',
    'blue       deployed  http://blue',
    'red        failed',
    '',
    'red: Table (AWS::DynamoDB::Table): no (ROLLBACK_COMPLETE)',
    '  Next: Correct what is named above, then npx gameday deploy --team red: the failed stack is deleted first.',
    '',
  ]);
});

test('what was not begun says so in the end', () => {
  const text = resultText(targets.map((target) => ({ target, outcome: 'not-started' })));
  expect(text.match(/not begun/g)).toHaveLength(3);
});

test('the plan is shown, then asked about with the number of stacks and accounts; a no deploys nothing', async () => {
  const { io, notes, questions } = aTerminal({ hasRows: true, says: false });
  const deploy = jest.fn<ReturnType<Deployer['deploy']>, []>();
  await expect(run(io, false, undefined, { ...aDeployer(), deploy })).rejects.toThrow(refusal('Aborted', 'Nothing'));
  expect(notes[0]).toContain('creates 60 resources');
  expect(questions).toEqual(['Deploy 3 stacks into 3 accounts?']);
  expect(deploy).not.toHaveBeenCalled();
});

test('a plan that was agreed to beforehand is shown and not asked about', async () => {
  const { io, notes, questions } = aTerminal({ hasRows: true, says: false });
  await run(io);
  expect(notes[0]).toContain('creates 60 resources');
  expect(questions).toEqual([]);
});
