import type { GameDayEvent } from '../../lib/core/event/event';
import { incidentsOf } from '../../lib/core/incidents/incidents';
import { outcomesOf } from '../../lib/core/incidents/outcomes';
import type { LogEntry } from '../../lib/core/records/records';
import type { PostMortem } from '../../lib/postmortem/draft';
import { markdownOf } from '../../lib/postmortem/markdown';
import { postMortemOf } from '../../lib/postmortem/post-mortem';
import { anExperiment } from '../support/an-experiment';
import { anEntry, declared } from '../support/builders';
import { dayEvent, playedDay, resolved, scriptedDay, struck, updated } from '../support/incident-day';

/** The draft of a team's incident of a day. */
function draft(
  team: string,
  number: number,
  days: Readonly<Record<string, string>>,
  log: readonly LogEntry[],
  cards = [anExperiment()],
  parts: Partial<GameDayEvent> = {},
): PostMortem {
  const event = { ...dayEvent, ...parts };
  const game = playedDay(days, ...log);
  const teams = incidentsOf(event, game);
  const incident = teams.find((each) => each.team === team)?.incidents.find((each) => each.number === number);
  if (incident === undefined) throw new Error(`no incident ${number} of ${team}`);
  return postMortemOf(incident, {
    event,
    game,
    teams,
    cards,
    outcomes: outcomesOf(event, game, teams, cards),
  });
}
const scripted = (team: string, number = 1) => draft(team, number, scriptedDay.teams, scriptedDay.log);
const figure = ({ figures }: PostMortem, label: string) => figures.find((each) => each.label === label)?.value;

test('its numbers are those of the rounds: two bad ones of 60 requests, all of which failed', () => {
  const blue = scripted('blue');
  expect(figure(blue, 'Lasted')).toBe('2m');
  expect(figure(blue, 'Requests not served well')).toBe('120 of 120');
  expect(figure(blue, 'Failed, wrong, slow')).toBe('120, 0, 0');
  expect(figure(blue, 'Worst round')).toBe('0.0 % served well');
  expect(figure(blue, 'Rounds')).toBe('2, 2 of them down');
  expect(figure(blue, 'Traffic when it began')).toBe('1.0 requests a second');
  expect(figure(blue, 'Points lost')).toBe('180.0');
  expect(figure(blue, 'Given back')).toBe('33.3 for detection, 50.4 for recovery');
});

test('its timeline tells in order what happened, from the fault to its end', () => {
  expect(scripted('blue').timeline.map(({ atSeconds, kind }) => `${atSeconds} ${kind}`)).toEqual([
    '120 impact',
    '130 fault',
    '165 declared',
    '180 update',
    '200 update',
    '240 repair',
    '240 recovered',
    '250 fault',
    '251 resolved',
  ]);
});

test('alarms are told where they rang and went quiet, with the time to the first, and whoever fills it in is asked who saw it', () => {
  const alarmed = (seconds: number, state: 'alarm' | 'ok') => {
    const alarm = 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders';
    return anEntry('alarmed', seconds, { alarm, state }, { by: 'scorer' });
  };
  const blue = draft('blue', 1, { blue: 'ggbbgg' }, [alarmed(160, 'alarm'), declared('blue', 170), alarmed(250, 'ok')]);
  expect(blue.timeline.filter(({ kind }) => kind === 'alarm')).toMatchObject([
    { atSeconds: 160, text: 'Alarm orders rang' },
    { atSeconds: 250, text: 'Alarm orders went back to OK' },
  ]);
  expect(figure(blue, 'First alarm')).toBe('orders, after 40s');
  expect(blue.graph.marks).toContainEqual({ atSeconds: 160, kind: 'alarm', label: 'first alarm' });
  expect(markdownOf(blue, 'graph.svg')).toContain('Who saw the alarm, and when?');
  expect(markdownOf(scripted('blue'), 'graph.svg')).toContain('When did an alarm ring, and who saw it?');
});

test('changes of traffic around an incident are told, whether planned or made by hand; those of other teams are not', () => {
  const traffic = [
    anEntry('traffic', 125, { factor: 2 }),
    anEntry('traffic', 126, { factor: 3, team: 'blue' }),
    anEntry('traffic', 127, { factor: 4, team: 'red' }),
    anEntry('traffic', 500, { factor: 5 }),
  ];
  const told = draft('blue', 1, { blue: 'ggbbgggggg' }, traffic, [], {
    spikes: [
      { atSeconds: 100, forSeconds: 60, times: 3 },
      { atSeconds: 400, forSeconds: 60, times: 7 },
    ],
  });
  const found = told.timeline
    .filter(({ kind }) => kind === 'traffic')
    .map(({ atSeconds, text }) => `${atSeconds} ${text}`);
  expect(found).toEqual([
    '100 Planned spike: 3 times the traffic, for 1m',
    '125 Traffic set to 2 times the plan',
    '126 Traffic set to 3 times the plan',
    '160 End of the planned spike',
  ]);
});

test('the first failed request is told as exactly as it was measured: by its round', () => {
  const first = scripted('blue').timeline.find(({ kind }) => kind === 'impact');
  expect(first?.text).toContain('up to 00:03:00, in which the first failed request lies: of 60 requests 60 failed');
});

test('times stand beside median and best of other teams under the same experiment', () => {
  const days = { blue: 'ggbbgggggg', red: 'ggbbbbgggg', green: 'ggbbbggggg' };
  const log = ['blue', 'red', 'green'].flatMap((team) => struck(team, 130, 250));
  const told = draft('blue', 1, days, [...log, declared('blue', 160), declared('red', 150), declared('green', 170)]);
  // Others declared 30 s and 50 s after 120 s, and recovered at 360 s and 300 s.
  expect(told.times).toEqual([
    { kind: 'detect', own: 40, median: 40, best: 30, compared: 2, reached: 2 },
    { kind: 'acknowledge', own: null, median: null, best: null, compared: 2, reached: 0 },
    { kind: 'recover', own: 120, median: 210, best: 180, compared: 2, reached: 2 },
  ]);
});

test('incidents of others that another fault caused are not compared with', () => {
  const days = { blue: 'ggbbgggggg', red: 'gggggbgggg' };
  const log = [...struck('blue', 130, 250), ...struck('red', 310, 350, 'slow')];
  expect(draft('blue', 1, days, log).times.map(({ compared }) => compared)).toEqual([0, 0, 0]);
  expect(draft('blue', 1, days, []).times.map(({ compared }) => compared)).toEqual([1, 1, 1]);
});

test('of two experiments that were there the later one is the likelier cause, and what is compared by', () => {
  const log = [...struck('blue', 10, 500, 'slow'), ...struck('blue', 130, 250), ...struck('red', 310, 350, 'slow')];
  const told = draft('blue', 1, { blue: 'ggbbgggggg', red: 'gggggbgggg' }, log);
  expect(told.causes.map(({ title }) => title)).toEqual(['An instance stops (stop)', 'slow']);
  expect(told.times.map(({ compared }) => compared)).toEqual([0, 0, 0]);
});

test('the probable cause comes with its failure class, and what became of its hypothesis', () => {
  const [cause] = draft('red', 1, scriptedDay.teams, scriptedDay.log).causes;
  expect(cause?.title).toBe('An instance stops (stop)');
  expect(cause?.details).toContainEqual({ label: 'Failure class', value: 'infrastructure and zone loss' });
  expect(cause?.details).toContainEqual({ label: 'Hypothesis', value: 'Another one serves. It did not hold.' });
});

test('where no experiment was under way the draft says so instead of guessing', () => {
  const told = scripted('blue', 2);
  expect(told.causes).toEqual([]);
  expect(told.causeNotes.join()).toContain('name no cause');
});

test('without the scenario at hand the experiment is named by its id', () => {
  const told = draft('blue', 1, scriptedDay.teams, scriptedDay.log, []);
  expect(told.causes.map(({ title }) => title)).toEqual(['stop']);
});

test('its graph shows each measured round around the incident with its share served well, and the fault within it', () => {
  const { graph } = scripted('blue');
  expect([graph.fromSeconds, graph.toSeconds]).toEqual([0, 540]);
  expect(graph.rounds.map(({ share }) => share)).toEqual([1, 1, 0, 0, 1, 1, 1, 0, 1]);
  expect(graph.faults).toEqual([{ label: 'stop', fromSeconds: 130, toSeconds: 250 }]);
  expect(graph.marks.map(({ kind, atSeconds }) => `${kind} ${atSeconds}`)).toEqual([
    'impact 120',
    'declared 165',
    'repair 240',
    'recovered 240',
    'resolved 251',
  ]);
});

describe('as facts it tells', () => {
  const days = { blue: 'ggbbgggggg', red: 'ggbbbbgggg' };
  const fault = [...struck('blue', 130, 250), ...struck('red', 130, 250)];
  test.each<[string, 'wentWell' | 'wentBadly', string, LogEntry[], string]>([
    [
      'who recovered sooner than others',
      'wentWell',
      'blue',
      [],
      'after 2m, sooner than the median of other teams (4m)',
    ],
    ['who recovered later than others', 'wentBadly', 'red', [], 'after 4m, later than the median of other teams (2m)'],
    ['that nobody declared it', 'wentBadly', 'blue', [], 'never declared'],
    [
      'that it was declared when it was over',
      'wentBadly',
      'blue',
      [declared('blue', 250)],
      '2m10s after it began, when customers were served well again already',
    ],
    ['that it was declared', 'wentWell', 'blue', [declared('blue', 165)], 'declared 45s after it began'],
    [
      'that customers were told nothing',
      'wentBadly',
      'blue',
      [updated('blue', 170, 'x', 'internal')],
      'not told anything',
    ],
    ['that customers were told', 'wentWell', 'blue', [updated('blue', 170, 'x', 'external')], 'told once, first 50s'],
    [
      'that it was called resolved too soon',
      'wentBadly',
      'blue',
      [declared('blue', 165), resolved('blue', 200)],
      'at 00:03:20, before',
    ],
    [
      'that it was called resolved in time',
      'wentWell',
      'blue',
      [declared('blue', 165), resolved('blue', 245)],
      'only when',
    ],
    ['that nobody saw a repair', 'wentBadly', 'blue', [], 'without a repair'],
    ['that most requests failed', 'wentBadly', 'blue', [], 'In 2 rounds more than half'],
  ])('%s', (_, side, team, log, text) => {
    const told = draft(team, 1, days, [...fault, ...log]);
    expect(told[side].join('\n')).toContain(text);
    expect(told[side === 'wentWell' ? 'wentBadly' : 'wentWell'].join('\n')).not.toContain(text);
  });

  test('that the same experiment had hurt the team before', () => {
    const log = [...struck('blue', 130, 170), ...struck('blue', 310, 350)];
    expect(draft('blue', 2, { blue: 'ggbggbgg' }, log).wentBadly).toContain(
      'Experiment stop had hurt before: incident 1.',
    );
    expect(draft('blue', 1, { blue: 'ggbggbgg' }, log).wentBadly.join()).not.toContain('before');
  });
});

test('one that is still open says so', () => {
  const told = draft('blue', 1, { blue: 'ggbb' }, []);
  expect(told.summary.join(' ')).toContain('still open when the records end');
  expect(figure(told, 'Lasted')).toBe('still open when the records end');
});
