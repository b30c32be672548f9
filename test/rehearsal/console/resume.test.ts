import { BotTeam } from '../../../lib/rehearsal/bots/bot-team';
import { profileFor } from '../../../lib/rehearsal/bots/profile';
import type { Player, Seat } from '../../../lib/rehearsal/player';
import type { Fact } from '../../../lib/rehearsal/records/journal';
import { anExperiment } from '../../support/an-experiment';
import { anEvent } from '../../support/builders';
import { aRehearsal, played, tinyScenario, worldsOf, type Written } from '../tiny-rehearsal';

const rounds = 18;
const event = anEvent({
  durationSeconds: rounds * 60,
  traffic: [{ atSeconds: 0, stepsPerSecond: 30 }],
  experiments: [{ experiment: 'stop', atSeconds: 400 }],
});
const scenario = tinyScenario([anExperiment({ durationSeconds: 300 })]);

const blue = { by: 'team:blue', team: 'blue' } as const;
const type = ['LaunchTemplateData', 'InstanceType'];

/** What a person of the blue team does after some rounds. */
const deeds: Readonly<Record<number, readonly Fact[]>> = {
  0: [{ id: 'take', type: 'seat', ...blue, taken: true }],
  3: [
    {
      id: 'more',
      type: 'settings-changed',
      ...blue,
      changes: [
        { resource: 'Web', path: ['MaxSize'], value: 4 },
        { resource: 'WebTargets', path: ['TargetGroupAttributes', 'deregistration_delay.timeout_seconds'], value: 5 },
      ],
    },
    { id: 'reboot', type: 'operated', ...blue, operation: 'reboot', on: 'Web-1' },
  ],
  5: [
    { id: 'launch', type: 'resource-created', ...blue, resource: 'ConsoleInstance1', creation: 'instance', of: 'Back' },
  ],
  8: [
    {
      id: 'pay',
      type: 'settings-changed',
      ...blue,
      changes: [{ resource: 'Template', path: type, value: 't3.small' }],
    },
  ],
  10: [
    { id: 'gone', type: 'resource-deleted', ...blue, resource: 'ConsoleInstance1' },
    { id: 'anew', type: 'operated', ...blue, operation: 'redeploy', on: 'Web' },
  ],
  12: [{ id: 'return', type: 'seat', ...blue, taken: false }],
};

const bot = (seat: Seat): Player => new BotTeam(profileFor('expert', 0), seat);

function play(known?: { readonly written: Written; readonly after: number }, until = rounds) {
  const from = known?.after ?? 0;
  const day = aRehearsal(event, scenario, bot, known?.written);
  if (known !== undefined) day.rehearsal.catchUp(from);
  played(day.rehearsal, from, until, (round) => {
    for (const deed of deeds[round] ?? []) day.rehearsal.order(deed);
  });
  return day;
}

/** The day in one go. */
let whole: ReturnType<typeof play>;
beforeAll(() => {
  whole = play();
});

const inOrder = ({ log }: Written) => [...log].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));

test.each([1, 4, 9, 13])(
  'what people and bots did to a team is as it was after an interruption after %i rounds: the worlds are the same',
  (after) => {
    const resumed = play({ written: play(undefined, after).written, after });
    expect(worldsOf(resumed.rehearsal)).toEqual(worldsOf(whole.rehearsal));
    expect(resumed.written.rounds).toEqual(whole.written.rounds);
    expect(inOrder(resumed.written)).toEqual(inOrder(whole.written));
    expect(resumed.rehearsal.stage.teams.map((team) => [team.template, team.isTaken()])).toEqual(
      whole.rehearsal.stage.teams.map((team) => [team.template, team.isTaken()]),
    );
  },
);

test('a bot does nothing while a person plays its team, and what a person repaired is seen as what a bot repaired', () => {
  const { written } = whole;
  const made = written.log.flatMap((entry) => (entry.type === 'repair-made' ? [entry.team] : []));
  expect(made).toEqual(['red']);
  const repaired = written.log.flatMap((entry) => (entry.type === 'repaired' ? [entry.team] : []));
  expect(repaired.sort()).toEqual(['blue', 'red']);
  const [taken, returned] = ['take', 'return'].map((id) => written.log.find((entry) => entry.id === id)?.at ?? '');
  const meanwhile = written.log.filter(({ at, by }) => by.endsWith(':blue') && at > taken! && at < returned!);
  expect(meanwhile.map(({ id }) => id)).toEqual(['more', 'reboot', 'launch', 'pay', 'gone', 'anew']);
});
