import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { journalLine } from '../../lib/core/records/journal';
import { eventText } from '../../lib/core/event/event-text';
import { aRound, anEvent, someRounds } from '../support/builders';
import { gameday, openCommandLine, type CommandLine, type Outcome } from './gameday';

jest.setTimeout(60_000);

let folder: string;
let commandLine: CommandLine;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gameday-cli-'));
  const event = eventText(anEvent());
  const file = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
  file('empty.yaml', '');
  file(
    'binary.yaml',
    Uint8Array.from({ length: 256 }, (_, index) => 255 - index),
  );
  file('utf16.yaml', Buffer.from(event, 'utf16le'));
  file('broken.yaml', event.replace('traffic:', 'traffic: ['));
  file('list.yaml', '- name: x\n');
  file(
    'unknown-team.yaml',
    event.replace('experiments: []', 'experiments: [{ experiment: x, at: 1m, teams: [green] }]'),
  );
  file('equal-ids.yaml', event.replace('id: red', 'id: blue'));
  file('negative.yaml', event.replace('rps: 1', 'rps: -1'));
  file('freeze.yaml', event.replace('freeze: 0m', 'freeze: 3h'));
  file('scenario.yaml', event.replace('rental-market', 'rental-markt'));
  const playable = event.replace(/weaknesses:(\n {2}.*)*/, 'weaknesses: []');
  file('event.yaml', playable);
  file('no-accounts.yaml', playable.replace(/, account: "\d{12}"/g, ''));
  file('bands.yaml', 'bands: { fastMs: 100 }\n');
  mkdirSync(path.join(folder, 'unstarted'));
  file('unstarted/event.yaml', event);
  file(
    'unstarted/rounds.jsonl',
    someRounds({ blue: [aRound({ fast: 1 })] })
      .map(journalLine)
      .join(''),
  );
  commandLine = openCommandLine(folder);
});
afterAll(() => {
  commandLine.close();
  rmSync(folder, { recursive: true });
});

/** The command, what its message names, and what it says to do. */
const cases: readonly [string, readonly string[], string, string][] = [
  [
    'a missing event file',
    ['event', 'check', 'none.yaml'],
    'none.yaml does not exist',
    'Give the path of an event file.',
  ],
  ['a folder as event file', ['event', 'check', '.'], '. is a folder', 'Give the path of an event file.'],
  ['an empty file', ['event', 'check', 'empty.yaml'], 'empty.yaml:1:1 The file is empty', 'npx gameday event new'],
  ['a binary file', ['event', 'check', 'binary.yaml'], 'binary.yaml is not a text file', 'UTF-8'],
  ['a file in UTF-16', ['event', 'check', 'utf16.yaml'], 'utf16.yaml is not a text file', 'UTF-8'],
  ['broken YAML', ['event', 'check', 'broken.yaml'], 'broken.yaml:', 'a bracket is missing'],
  ['a list', ['event', 'check', 'list.yaml'], 'list.yaml:1:1 The file holds a list', 'Write keys'],
  ['an unknown team', ['event', 'check', 'unknown-team.yaml'], 'green is no team', 'Known: blue, red.'],
  [
    'equal ids',
    ['event', 'check', 'equal-ids.yaml'],
    'blue is already the id of teams[0]',
    'Give every team its own id.',
  ],
  ['negative rates', ['event', 'check', 'negative.yaml'], 'traffic[0].rps: -1', 'Write a number from 0'],
  [
    'a freeze longer than the event',
    ['event', 'check', 'freeze.yaml'],
    '3h is longer than the event',
    'Write at most 10m',
  ],
  [
    'an unknown scenario',
    ['event', 'check', 'scenario.yaml'],
    'rental-markt is no scenario',
    'Did you mean rental-market?',
  ],
  [
    'an unwritable place for a new event',
    ['event', 'new', 'event.yaml/new.yaml'],
    'event.yaml/new.yaml cannot be written',
    'Give another place',
  ],
  ['a new event over an old file, with nobody to ask', ['event', 'new', 'event.yaml'], 'event.yaml', '--yes'],
  ['an unknown command', ['evnt'], "unknown command 'evnt'", 'Did you mean event?'],
  [
    'an unknown option',
    ['event', 'check', '--jsn', 'event.yaml'],
    "unknown option '--jsn'",
    'npx gameday event check --help',
  ],
  [
    'a new scenario in place of an old one',
    ['scenario', 'new', 'corner-shop'],
    'scenarios/corner-shop is already there',
    'Give another name',
  ],
  ['a new scenario outside', ['scenario', 'new', '../mine'], '"../mine" cannot be the name', 'Give another name'],
  [
    'a new scenario called like a class',
    ['scenario', 'new', 'scaling-tier'],
    'means something else by ScalingTier',
    'Give another name',
  ],
  [
    'a check of no scenario',
    ['scenario', 'check', 'none'],
    'There is no scenario "none"',
    'corner-shop, price-sync, rental-market',
  ],
  ['a missing argument', ['standings'], "missing required argument 'dir'", 'npx gameday standings --help'],
  ['a missing folder', ['standings', 'none'], 'none does not exist', '`npx gameday rehearse`'],
  [
    'a folder that is no rehearsal',
    ['standings', 'unstarted/..', '--at', '1:00', '--rules', 'none.yaml'],
    'none.yaml does not exist',
    'Give the path',
  ],
  ['rounds of an event that never started', ['standings', 'unstarted'], 'no entry `started`', '"type":"started"'],
  ['a time that is none', ['standings', 'unstarted', '--at', '1h'], "argument '1h' is invalid", '01:10:00'],
  [
    'other bands',
    ['standings', '.', '--rules', 'bands.yaml'],
    'bands.yaml:1:8 bands: bands cannot change',
    'Remove bands.',
  ],
  ['a speed of nothing', ['rehearse', '--speed', '0'], "argument '0' is invalid", 'Write a number from 1 to 3600'],
  ['a duration without unit', ['rehearse', '--duration', '2'], "argument '2' is invalid", 'such as 4h'],
  ['an engine that is none', ['rehearse', '--engine', 'jmeter'], "argument 'jmeter' is invalid", 'auto, embedded, k6'],
  ['a port that is none', ['replay', '.', '--port', '70000'], "argument '70000' is invalid", 'from 0 to 65535'],
  [
    'a missing event to rehearse',
    ['rehearse', 'none.yaml'],
    'none.yaml does not exist',
    'Give the path of an event file.',
  ],
  [
    'a rehearsal in place of a file',
    ['rehearse', '--headless', '--speed', 'max', '--port', '0', '--out', 'event.yaml'],
    'event.yaml cannot be written',
    'Give another place',
  ],
  [
    'a rehearsal below a file',
    ['rehearse', '--headless', '--speed', 'max', '--port', '0', '--out', 'event.yaml/new'],
    'event.yaml/new cannot be written: a part of this path is a file',
    'Give another place',
  ],
  [
    'a rehearsal where no folder can be made',
    ['rehearse', '--headless', '--speed', 'max', '--port', '0', '--out', '/proc/gameday/new'],
    '/proc/gameday/new cannot be written',
    'Give another place',
  ],
  [
    'a rehearsal in a folder with something in it',
    ['rehearse', '--headless', '--speed', 'max', '--port', '0', '--out', '.'],
    '. is not empty',
    '--out',
  ],
  ['going on with nothing', ['rehearse', '--resume', 'none'], 'none does not exist', '`npx gameday rehearse`'],
  [
    'going on with what no rehearsal wrote',
    ['rehearse', '--resume', 'unstarted'],
    'holds no rehearsal.json',
    '`npx gameday replay`',
  ],
  [
    'going on with another event',
    ['rehearse', 'event.yaml', '--resume', 'unstarted'],
    '--resume goes on with the event and the seed of its folder',
    'Leave them out',
  ],
  [
    'going on with another seed',
    ['rehearse', '--resume', 'unstarted', '--seed', '1'],
    '--seed do not go with it',
    'Leave them out: npx gameday rehearse --resume unstarted',
  ],
  ['a lab of no scenario', ['lab', 'rental-markt'], 'no scenario "rental-markt"', 'Choose one of:'],
  ['a lab of no games', ['lab', 'rental-market', '--games', '0'], "argument '0' is invalid", 'from 1 to 100000'],
  ['a lab of no jobs', ['lab', 'rental-market', '--jobs', 'all'], "argument 'all' is invalid", 'from 1 to 256'],
  [
    'a lab of a missing event',
    ['lab', 'rental-market', '--event', 'none.yaml'],
    'none.yaml does not exist',
    'event file',
  ],
  [
    'a lab with a page below a file',
    ['lab', 'rental-market', '--page', 'event.yaml/lab.html'],
    'event.yaml/lab.html cannot be written',
    'Give another place',
  ],
  [
    'a lab with a folder as page',
    ['lab', 'rental-market', '--page', 'unstarted'],
    'unstarted cannot be written: it is a folder',
    'Give another place',
  ],
  [
    'a lab with a page of no name',
    ['lab', 'rental-market', '--page', ''],
    'path to write to is empty',
    'Give the path',
  ],
  ['a replay of nothing', ['replay', 'none'], 'none does not exist', '`npx gameday rehearse`'],
  ['a replay of what never started', ['replay', 'unstarted'], 'no entry "started"', 'Give the folder of a rehearsal'],
];

/** Commands that steer a deployed event, with what each needs beside the file. */
const steeringCommands: readonly (readonly [string, ...string[]])[] = [
  ['start'],
  ['pause'],
  ['resume'],
  ['extend', '--by', '10m'],
  ['traffic', '--factor', '2'],
  ['freeze'],
  ['reveal'],
  ['close'],
];

const awsCases: typeof cases = [
  ['a cost of nothing', ['cost'], "missing required argument 'file'", 'npx gameday cost --help'],
  ['a cost of a missing event', ['cost', 'none.yaml'], 'none.yaml does not exist', 'Give the path of an event file.'],
  ['a cost of a broken event', ['cost', 'broken.yaml'], 'broken.yaml:', 'a bracket is missing'],
  ['a cost of a scenario that is none', ['cost', 'scenario.yaml'], 'rental-markt is no', 'Did you mean rental-market?'],
  [
    'a cost for fewer viewers than none',
    ['cost', 'event.yaml', '--viewers=-1'],
    "argument '-1' is invalid",
    'Write a whole number from 0 to 100000',
  ],
  [
    'a cost of hours beyond a year',
    ['cost', 'event.yaml', '--hours-left-running', '8761'],
    "argument '8761' is invalid",
    'Write a whole number from 0 to 8760',
  ],
  [
    'a cost of a duration',
    ['cost', 'event.yaml', '--hours-left-running', '2h'],
    "argument '2h' is invalid",
    'Write a whole number',
  ],
  ['a deployment of two files', ['deploy', 'event.yaml'], 'too many arguments', 'npx gameday deploy --help'],
  [
    'a deployment of a missing event',
    ['deploy', '--event', 'none.yaml'],
    'none.yaml does not exist',
    'Give the path of an event file.',
  ],
  [
    'a deployment of an event with a mistake',
    ['deploy', '--event', 'negative.yaml'],
    'traffic[0].rps: -1',
    'Write a number from 0',
  ],
  [
    'alarms for what is no address',
    ['deploy', '--event', 'event.yaml', '--alarms', 'me'],
    'me@example.com',
    'npx gameday deploy --help',
  ],
  [
    'a deployment of a team that does not play',
    ['deploy', '--event', 'event.yaml', '--team', 'green'],
    'The event has no team "green"',
    'Choose among: blue, red.',
  ],
  [
    'a deployment of teams without accounts',
    ['deploy', '--event', 'no-accounts.yaml'],
    'Team blue has no AWS account',
    'Write it beside the team',
  ],
  [
    'a deployment of nothing at a time',
    ['deploy', '--event', 'event.yaml', '--concurrency', '0'],
    "argument '0' is invalid",
    'Write a whole number from 1 to 50',
  ],
  [
    'a deployment whose outputs would go over another file',
    ['deploy', '--event', 'event.yaml', '--outputs', 'bands.yaml'],
    'bands.yaml holds something else than outputs of a deployment',
    'Name another file with --outputs.',
  ],
  [
    'a deployment whose outputs would go into a folder',
    ['deploy', '--event', 'event.yaml', '--outputs', 'unstarted'],
    'unstarted cannot be written: it is a folder',
    'Give another place',
  ],
  [
    'a deployment without credentials',
    ['deploy', '--event', 'event.yaml', '--region', 'eu-west-1'],
    'AWS does not know you',
    'aws sso login',
  ],
  [
    'a deployment with a profile that is none',
    ['deploy', '--event', 'event.yaml', '--region', 'eu-west-1', '--profile', 'nobody'],
    'by the profile nobody',
    'give --profile NAME',
  ],
  ['a pause of one team', ['pause', 'event.yaml', '--team', 'blue'], "unknown option '--team'", 'gameday pause --help'],
  [
    'a start without credentials',
    ['start', 'event.yaml', '--region', 'eu-west-1'],
    'AWS does not know you',
    'aws sso login',
  ],
  ['a close without a region', ['close', 'event.yaml'], 'Region is missing', '--region eu-west-1'],
  ['an extension by nothing said', ['extend', 'event.yaml'], "required option '--by <duration>'", 'npx gameday extend'],
  ['an extension without unit', ['extend', 'event.yaml', '--by', '10'], "argument '10' is invalid", 'such as'],
  [
    'traffic without a factor',
    ['traffic', 'event.yaml'],
    "required option '--factor <n>'",
    'npx gameday traffic --help',
  ],
  ['a factor below nothing', ['traffic', 'event.yaml', '--factor', '-1'], "argument '-1' is invalid", 'from 0 to 1000'],
  ['an announcement of nothing', ['announce', 'event.yaml', ' '], 'is invalid', 'in one line'],
  ...steeringCommands.flatMap(([name, ...more]): (typeof cases)[number][] => [
    [`${name} of nothing`, [name, ...more], "missing required argument 'file'", `npx gameday ${name} --help`],
    [
      `${name} of a missing event`,
      [name, 'none.yaml', ...more],
      'none.yaml does not exist',
      'Give the path of an event file.',
    ],
  ]),
];

type Case = (typeof cases)[number];

async function refuses([, , names, fix]: Case, run: () => Outcome | Promise<Outcome>): Promise<void> {
  const before = readdirSync(folder, { recursive: true });
  const { code, stdout, stderr } = await run();
  expect(stderr).toContain(names);
  expect(stderr).toContain(fix);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
}

test.each([...cases, ...awsCases])('%s: says what and what to do, ends with 2, writes nothing', (...mistake) =>
  refuses(mistake, () => commandLine.run(...mistake[1])),
);

const inItsOwnProcess = ['a missing event file', 'an unknown option', 'a rehearsal below a file', 'a lab of no jobs'];
test.each(cases.filter(([name]) => inItsOwnProcess.includes(name)))(
  '%s: says so, and exits with 2, as a process of its own',
  (...mistake) => refuses(mistake, () => gameday(folder, ...mistake[1])),
);
