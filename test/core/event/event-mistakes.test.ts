import { holding } from '../../support/refusal';
import { least, mistakesOf } from './event-files';

test.each([
  ['an unknown key', 'freez: 5m', '6:1 freez: this key is not known. Did you mean freeze?'],
  ['an unknown key like no other', 'colour: red', holding('6:1 colour: this key is not known. Known keys: name,')],
  ['a key twice', 'duration: 1h\nduration: 2h', '7:1 Map keys must be unique. Write every key once.'],
  [
    'an unknown key of a rule',
    'rules: { spend: { wieght: 1 } }',
    '6:19 rules.spend.wieght: this key is not known. Did you mean weight?',
  ],
  [
    'a duration without unit',
    'duration: 4',
    '6:11 duration: 4 cannot stand here. A duration needs its unit: write 4s, 4m or 4h.',
  ],
  [
    'a negative rate',
    'traffic: [{ at: 0m, rps: -2 }]',
    '6:26 traffic[0].rps: -2 cannot stand here. Write a number from 0 to 100000.',
  ],
  [
    'traffic that does not ascend',
    'traffic: [{ at: 1h, rps: 2 }, { at: 1h, rps: 3 }]',
    '6:37 traffic[1].at: 1h does not come after 1h. Order the points by time, each time once.',
  ],
  [
    'no traffic at all',
    'traffic: []',
    '6:10 traffic: an empty list cannot stand here. Write at least one point, such as `- { at: 0m, rps: 2 }`.',
  ],
  [
    'a freeze longer than the event',
    'duration: 1h\nfreeze: 2h',
    '7:9 freeze: 2h is longer than the event, which lasts 1h. Write at most 1h, or 0m for no freeze.',
  ],
  [
    'a duration that is not whole rounds',
    'duration: 90s',
    '6:11 duration: 90s is not a whole number of rounds of 60s. Write 2m.',
  ],
  ['an event of no length', 'duration: 0m', '6:11 duration: 0m is not a whole number of rounds of 60s. Write 1m.'],
  ['rounds that cut measuring windows', 'round: 45s', holding('6:8 round: 45s is not a multiple of 10s')],
  ['rounds of no length', 'round: 0s', holding('Write 10s.')],
  [
    'a spike after the end',
    'spikes: [{ at: 4h, for: 5m, times: 3 }]',
    holding('spikes[0].at: 4h is not before the end'),
  ],
  [
    'a spike without traffic',
    'spikes: [{ at: 1h, for: 5m, times: 0 }]',
    holding('6:36 spikes[0].times: 0 would leave no traffic'),
  ],
  ['a spike of no length', 'spikes: [{ at: 1h, for: 0m, times: 2 }]', holding('spikes[0].for: a spike of no length')],
  [
    'an unknown experiment',
    'experiments: [{ experiment: zone-outge, at: 1h }]',
    '6:29 experiments[0].experiment: zone-outge is no experiment of this scenario. Did you mean zone-outage?',
  ],
  [
    'an experiment at an unknown team',
    'experiments: [{ experiment: zone-outage, at: 1h, teams: [bleu] }]',
    '6:58 experiments[0].teams[0]: bleu is no team. Did you mean blue?',
  ],
  [
    'an experiment after the end',
    'experiments: [{ experiment: zone-outage, at: 5h }]',
    holding('experiments[0].at: 5h is not before the end'),
  ],
  [
    'an unknown weakness',
    'weaknesses: [{ id: two-zones, title: x, hints: [] }]',
    holding('weaknesses[0].id: two-zones is no weakness of this scenario'),
  ],
  [
    'bands that do not ascend',
    'rules: { bands: { fastMs: 2000 } }',
    '6:17 rules.bands: 2000, 1000 and 3000 ms do not ascend. Write fastMs below acceptableMs below timeoutMs.',
  ],
  [
    'a slow answer worth more than an acceptable one',
    'rules: { worth: { slow: 0.7 } }',
    holding('6:17 rules.worth: a worse answer is worth as much'),
  ],
  [
    'a wrong answer worth as much as a slow one',
    'rules: { worth: { faulty: 0.1 } }',
    holding('rules.worth: a worse answer'),
  ],
  [
    'refunds of more than was lost',
    'rules: { detect: { refund: 0.8 } }',
    holding('6:28 rules.detect.refund: detect.refund and recover.refund'),
  ],
  [
    'a refund that ends at once',
    'rules: { recover: { within: 0m } }',
    '6:29 rules.recover.within: no time at all. Write a duration above 0, such as 10m.',
  ],
  [
    'a share above one',
    'rules: { objective: 95 }',
    '6:21 rules.objective: 95 cannot stand here. Write a number from 0 to 1.',
  ],
  ['an alias', 'freeze: *duration', holding('6:9 *duration refers to another place of the file')],
  ['a tag', 'freeze: !!binary abc', holding('6:9 Unresolved tag')],
])('%s', (_mistake, line, message) => {
  expect(mistakesOf(`${least}${line}\n`)).toContainEqual(message);
});

test.each([
  [
    'an unknown scenario',
    'rental-market',
    'rental-markt',
    '2:11 scenario: rental-markt is no scenario. Did you mean rental-market?',
  ],
  [
    'a time without offset',
    '09:00:00+01:00',
    '09:00:00',
    holding('3:9 starts: "2026-12-10T09:00:00" cannot stand here. Write date, time and offset'),
  ],
  ['a name that is a number', 'Small', '2026', holding('1:7 name: 2026 cannot stand here.')],
  ['a name of two lines', 'Small', '"a\\nb"', holding('1:7 name:')],
  ['an empty name', 'Small', '', holding('name: an empty value cannot stand here.')],
  ['a team id with capitals', 'id: blue', 'id: Blue', holding('5:11 teams[0].id: "Blue" cannot stand here.')],
  [
    'a team id that every object has',
    'id: blue',
    'id: constructor',
    holding('teams[0].id: "constructor" cannot stand here.'),
  ],
  [
    'an account that is a number',
    'Blue Whales',
    'Blue, account: 111111111111',
    holding('teams[0].account: 111111111111 cannot stand here. Write the twelve digits'),
  ],
  [
    'an account of eleven digits',
    'Blue Whales',
    'Blue, account: "11111111111"',
    holding('teams[0].account: "11111111111"'),
  ],
  ['a tab as indentation', '  - {', '\t- {', holding('Indent with spaces.')],
  ['a bracket that is not closed', 'Whales }', 'Whales', holding('a space, a quote or a bracket is missing.')],
])('%s', (_mistake, right, wrong, message) => {
  expect(mistakesOf(least.replace(right, wrong))).toContainEqual(message);
});

test.each([
  [
    'id',
    '{ id: blue, name: Red }',
    '6:11 teams[1].id: blue is already the id of teams[0]. Give every team its own id.',
  ],
  [
    'name',
    '{ id: red, name: Blue Whales }',
    '6:22 teams[1].name: Blue Whales is already the name of teams[0]. Give every team its own name.',
  ],
])('two teams with one %s', (_key, team, message) => {
  expect(mistakesOf(`${least}  - ${team}\n`)).toEqual([message]);
});

test('two teams with one account', () => {
  const teams = ['blue', 'red'].map((id) => `  - { id: ${id}, name: ${id}, account: "111111111111" }\n`).join('');
  expect(mistakesOf(least.replace(/ {2}- .*\n/, teams))).toEqual([
    holding('teams[1].account: 111111111111 is already the account of teams[0].'),
  ]);
});

test.each(['\u2028Blue', 'Blue\u2029Whales'])(
  'a name with a separator of lines in it is not in one line: %j',
  (name) => {
    expect(mistakesOf(least.replace('name: Blue Whales', `name: ${JSON.stringify(name)}`))).toEqual([
      holding('in one line'),
    ]);
  },
);

test('1000 teams may play, and no more', () => {
  const teams = (count: number) =>
    least + Array.from({ length: count }, (_, index) => `  - { id: t${index}, name: Team ${index} }\n`).join('');
  expect(mistakesOf(teams(999))).toEqual([]);
  expect(mistakesOf(teams(1000))).toEqual([holding('Write at most 1000 teams.')]);
});

test.each([
  ['an empty file', '', '1:1 The file is empty.'],
  ['only a comment', '# nothing\n', '1:1 The file is empty.'],
  ['plain text', 'hello', '1:1 The file holds plain text, not an event.'],
  ['a list', '- a', '1:1 The file holds a list, not an event.'],
  ['two documents', 'a: 1\n---\nb: 1\n', '2:1 A second document begins here.'],
  ['a key that is a list', '? [a]\n: b\n', '1:3 This key is not plain text.'],
])('%s', (_mistake, text, message) => {
  expect(mistakesOf(text)[0]).toContain(message);
});

test('all are told at once, in order of lines, and none because of another', () => {
  const text = `${least.replace('id: blue', 'id: blue, colour: red')}experiments: [{ experiment: zone-outage, at: 9h, teams: [blue] }]\nround: 7\nfreez: 1m\n`;
  expect(mistakesOf(text).map((mistake) => mistake.split(':')[0])).toEqual(['5', '6', '7', '8']);
});

test('without its scenario an event must say its traffic', () => {
  expect(mistakesOf(least, { alone: true })).toEqual([holding('1:1 traffic: is missing.')]);
});
