import path from 'node:path';
import type { Edition } from '../../lib/report/edition';
import type { Figures } from '../../lib/report/figures';
import { reportPage } from '../../lib/report/page/report-page';
import type { Report } from '../../lib/report/report';
import { figuresIn, itemsIn, pieceOf, rowsOf, textOf } from './page-text';
import { median, recount, type RecountedIncident, type RecountedTeam } from './recount';
import { exampleFolder, exampleReport } from './two-editions';

let report: Report;
let newest: Edition;
let page: string;
beforeAll(async () => {
  ({ report, newest } = await exampleReport());
  page = reportPage(report, newest, new Map());
});

const teamsOf = (folder: string): readonly RecountedTeam[] => recount(path.join(exampleFolder, folder));
const editions = ['first', 'second'].map((folder) => ({ folder, teams: teamsOf(folder) }));
const now = editions[1]!.teams;
/** Best first. */
const ranked = now.toSorted((a, b) => b.total - a.total);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
const points = (value: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);
const lasting = (seconds: number | null): string => {
  if (seconds === null) return '–';
  const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
  return `${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
};

const each = <T>(teams: readonly RecountedTeam[], of: (team: RecountedTeam) => readonly T[]): T[] => teams.flatMap(of);
const incidentsIn = (teams: readonly RecountedTeam[]): RecountedIncident[] => each(teams, (team) => team.incidents);
const detections = (teams: readonly RecountedTeam[]): number[] =>
  incidentsIn(teams).flatMap(({ start, declared }) => (declared === null ? [] : [Math.max(0, declared - start)]));
const recoveries = (teams: readonly RecountedTeam[]): number[] =>
  incidentsIn(teams).map(({ start, end }) => end - start);

function countsIn(teams: readonly RecountedTeam[]) {
  const counts = each(teams, (team) => team.counts);
  const [fast, acceptable, slow, faulty, failed] = (['fast', 'acceptable', 'slow', 'faulty', 'failed'] as const).map(
    (name) => sum(counts.map((round) => round[name])),
  ) as [number, number, number, number, number];
  const good = fast + acceptable;
  const badRounds = counts.filter((round) => {
    const all = round.fast + round.acceptable + round.slow + round.faulty + round.failed;
    return (round.fast + round.acceptable) / all < 0.95;
  }).length;
  return {
    measured: good + slow + faulty + failed,
    good,
    slow,
    faulty,
    failed,
    badSeconds: badRounds * 30,
    rounds: counts.length,
  };
}

/** By the scenario's cards: a till that freezes is over after 2 minutes, a closed street after 5; both faults last 8. */
const LIMITS: Readonly<Record<string, number>> = { 'till-freezes': 120, 'street-closed': 300 };
function held({ counts }: RecountedTeam, { experiment, from, to }: RecountedTeam['runs'][number]): boolean {
  const telling = counts.slice((from + LIMITS[experiment]!) / 30, to / 30);
  expect(telling.length).toBeGreaterThan(3);
  return telling.every(
    ({ fast, acceptable, slow, faulty, failed }) =>
      (fast + acceptable) / (fast + acceptable + slow + faulty + failed) >= 0.95,
  );
}
const hypotheses = (teams: readonly RecountedTeam[]): boolean[] =>
  each(teams, (team) => team.runs.map((run) => held(team, run)));

/** Of nine parts each: read in the files, and counted there by hand. */
const writtenParts = { first: { 'cones-2': 3 }, second: { 'cones-2': 9, 'scoops-1': 7, 'sundaes-1': 2 } };
const completeness = (folder: string, teams: readonly RecountedTeam[]): number =>
  sum(Object.values(writtenParts[folder as 'first' | 'second'])) / 9 / incidentsIn(teams).length;

test.each(editions)('the figures of the $folder edition are what its rounds and log say', ({ folder, teams }) => {
  const { figures } = report.editions[folder === 'first' ? 0 : 1]!;
  const { measured, good, slow, faulty, failed, badSeconds, rounds } = countsIn(teams);
  const times = (values: readonly number[]) => ({
    median: median(values),
    best: Math.min(...values),
    worst: Math.max(...values),
    count: values.length,
  });
  const verdicts = hypotheses(teams);
  expect(figures).toEqual<Figures>({
    requests: { measured, good, slow, faulty, failed },
    checkedSeconds: rounds * 30,
    badSeconds,
    uncheckedRounds: 0,
    incidents: incidentsIn(teams).length,
    declared: detections(teams).length,
    falseAlarms: each(teams, (team) => team.falseAlarms).length,
    secondsToDetect: times(detections(teams)),
    secondsToRecover: times(recoveries(teams)),
    hypotheses: { held: verdicts.filter(Boolean).length, refuted: verdicts.filter((each) => !each).length },
    weaknesses: { planted: 12, repaired: each(teams, (team) => team.repairs).length },
    postMortems: {
      written: Object.keys(writtenParts[folder as 'first' | 'second']).length,
      completeness: expect.closeTo(completeness(folder, teams), 9) as number,
    },
  });
});

test('points, by what earned them, are what rounds, plan and log say', () => {
  expect(report.teams.map(({ team }) => team)).toEqual(ranked.map(({ team }) => team));
  report.teams.forEach((team, place) => {
    const own = ranked[place]!;
    expect(team.points).toBeCloseTo(own.total, 4);
    expect(team.spendUsd).toBeCloseTo(own.spendUsd, 9);
    const byRule = Object.fromEntries(team.pointsByRule.map(({ rule, points: earned }) => [rule, earned]));
    for (const [rule, earned] of Object.entries(own.points)) expect(byRule[rule] ?? 0).toBeCloseTo(earned, 4);
  });
});

test('the first edition was played worse, as it was made: the report says in what', () => {
  expect(report.comparison.map(({ title, change }) => [title, change?.verdict])).toEqual([
    ['Time to notice (median)', 'better'],
    ['Time to recover (median)', 'better'],
    ['Incidents that were declared', 'better'],
    ['Declarations that were wrong', 'better'],
    ['Requests served well', 'better'],
    ['Time in which customers were not served well', 'better'],
    ['Hypotheses that held', 'better'],
    ['Weaknesses repaired', 'the same'],
    ['Post-mortems filled in', 'better'],
  ]);
});

test('the page shows at a glance what was counted', () => {
  const { measured, good, slow, faulty, failed } = countsIn(now);
  const glance = pieceOf(page, 'glance');
  const verdicts = hypotheses(now);
  expect(figuresIn(glance)).toEqual({
    Teams: '3',
    'Experiments tried': '2',
    'Requests not served well': `${whole(measured - good)} of ${whole(measured)} (${percent(1 - good / measured)})`,
    'Incidents declared': `${detections(now).length} of ${incidentsIn(now).length}`,
    'False alarms': '0',
    'Time to notice, median': lasting(median(detections(now))),
    'Time to recover, median': lasting(median(recoveries(now))),
    'Hypotheses that held': `${verdicts.filter(Boolean).length} of ${verdicts.length}`,
    'Weaknesses repaired': `${each(now, (team) => team.repairs).length} of 12`,
  });
  expect(textOf(glance)).toContain(
    `Of ${whole(measured)} requests ${whole(measured - good)} would have disappointed a customer (${percent(1 - good / measured)}): ` +
      `${whole(failed)} got no answer, ${whole(faulty)} a wrong one, ${whole(slow)} one that came late. There were 9 incidents; teams ` +
      `noticed and declared all of them, half of these within ${lasting(median(detections(now)))}. Half of those that ended were over after ` +
      `${lasting(median(recoveries(now)))}.`,
  );
});

test('the page shows the editions beside each other', () => {
  const cells = editions.map(({ folder, teams }) => {
    const { measured, good, badSeconds, rounds } = countsIn(teams);
    const [incidents, declared] = [incidentsIn(teams).length, detections(teams).length];
    const verdicts = hypotheses(teams);
    const right = verdicts.filter(Boolean).length;
    const repaired = each(teams, (team) => team.repairs).length;
    const begun = Object.keys(writtenParts[folder as 'first' | 'second']).length;
    return [
      lasting(median(detections(teams))),
      lasting(median(recoveries(teams))),
      `${percent(declared / incidents)} (${declared} of ${incidents})`,
      String(each(teams, (team) => team.falseAlarms).length),
      percent(good / measured),
      percent(badSeconds / (rounds * 30)),
      `${percent(right / verdicts.length)} (${right} of ${verdicts.length})`,
      `${percent(repaired / 12)} (${repaired} of 12)`,
      `${percent(completeness(folder, teams))} (${begun} of ${incidents} begun)`,
    ];
  });
  const rows = rowsOf(pieceOf(page, 'editions'), 'editions');
  expect(rows.map(([, ...values]) => values.slice(0, 2))).toEqual(cells[0]!.map((cell, row) => [cell, cells[1]![row]]));
  // What stands in the last column can be worked out from the two before it.
  const seconds = (cell: string): number => {
    const [, minutes = '0', rest = '0'] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(cell)!;
    return Number(minutes) * 60 + Number(rest);
  };
  for (const [title = '', before = '', after = '', change = ''] of rows) {
    if (change === 'the same') {
      expect(after).toBe(before);
      continue;
    }
    const isTime = title.startsWith('Time to');
    const by = isTime ? seconds(after) - seconds(before) : parseFloat(after) - parseFloat(before);
    const unit = before.includes('%') ? ' percentage points' : '';
    const size = isTime ? lasting(Math.abs(by)) : `${Math.abs(by).toFixed(unit === '' ? 0 : 1)}${unit}`;
    expect(change).toBe(`${size} ${by < 0 ? 'less' : 'more'}: better`);
  }
});

test('the page shows the standings', () => {
  expect(rowsOf(pieceOf(page, 'standings'), 'standings')).toEqual(
    ranked.map((team, place) => {
      const { good, measured } = countsIn([team]);
      return [
        String(place + 1),
        team.name,
        points(team.total),
        percent(good / measured),
        team.spendUsd.toFixed(2),
        String(team.incidents.length),
        lasting(median(detections([team]))),
        lasting(median(recoveries([team]))),
      ];
    }),
  );
});

const titles: Readonly<Record<string, string>> = {
  'till-freezes': 'A till stares into the void',
  'street-closed': 'Road works take a zone away',
};

/** The run that was there in an incident's first round. */
const causeOf = ({ runs }: RecountedTeam, { start }: RecountedIncident) =>
  runs.find(({ from, to }) => from < start + 30 && to > start);

test.each(Object.keys(titles))('the page shows what %s did to whom', (experiment) => {
  const piece = pieceOf(page, `experiment-${experiment}`);
  const struck = now.map((team) => {
    const run = team.runs.find((each) => each.experiment === experiment)!;
    const incident = team.incidents.find((each) => causeOf(team, each) === run)!;
    return { team, run, incident, noticed: incident.declared! - run.from };
  });
  expect(rowsOf(piece, 'outcomes')).toEqual(
    struck.map(({ team, run, incident, noticed }) => [
      team.name,
      clock(run.from),
      'felt it',
      lasting(noticed),
      lasting(incident.end - run.from),
      held(team, run) ? 'held' : 'did not hold',
    ]),
  );
  const [requests, bad] = [
    sum(struck.map(({ incident }) => incident.requests)),
    sum(struck.map(({ incident }) => incident.bad)),
  ];
  const first = struck.reduce((best, each) => (each.noticed < best.noticed ? each : best));
  expect(textOf(piece)).toContain(
    `It struck 3 teams; customers of all of them felt it: of ${whole(requests)} requests in these incidents ${whole(bad)} were not served ` +
      `well (${percent(bad / requests)}). First to declare it was ${first.team.name}, after ${lasting(first.noticed)}.`,
  );
});

test.each(now.map(({ team }) => team))('the page shows how team %s fared', (id) => {
  const team = now.find((each) => each.team === id)!;
  const piece = pieceOf(page, `team-${id}`);
  const { good, measured, badSeconds } = countsIn([team]);
  expect(figuresIn(piece)).toEqual({
    Points: points(team.total),
    'Served well': percent(good / measured),
    'Not served well for': lasting(badSeconds),
    'Incidents declared': `${detections([team]).length} of ${team.incidents.length}`,
    'Weaknesses repaired': `${team.repairs.length} of 4`,
    Spent: `${team.spendUsd.toFixed(2)} USD`,
  });
  expect(rowsOf(piece, 'incidents')).toEqual(
    team.incidents.map((incident, index) => {
      const { start, end, declared, bad, requests } = incident;
      const cause = causeOf(team, incident);
      return [
        String(index + 1),
        clock(start),
        lasting(end - start),
        declared === null ? 'never' : lasting(declared - start),
        `${whole(bad)} of ${whole(requests)} (${percent(bad / requests)})`,
        cause === undefined ? 'no experiment was under way' : titles[cause.experiment],
      ];
    }),
  );
  const title = (weakness: string): string => newest.event.weaknesses.find((each) => each.id === weakness)!.title;
  expect(itemsIn(piece)).toEqual(team.repairs.map(({ weakness, at }) => `${clock(at)} ${title(weakness)}: repaired`));
  const words = {
    service: 'Serving customers',
    spend: 'Spending more than allowed',
    detection: 'Noticing soon',
    recovery: 'Recovering soon',
    hint: 'Hints',
  };
  const ledger = Object.fromEntries(rowsOf(piece, 'ledger') as [string, string][]);
  expect(ledger).toEqual(
    Object.fromEntries(
      Object.entries(words).flatMap(([rule, name]) =>
        team.points[rule] === 0 || Object.is(team.points[rule], -0) ? [] : [[name, points(team.points[rule]!)]],
      ),
    ),
  );
});

test('the page shows who repaired what first', () => {
  expect(rowsOf(pieceOf(page, 'changes'), 'weaknesses')).toEqual(
    newest.event.weaknesses.map(({ id, title }) => {
      const repairs = now.flatMap((team) =>
        team.repairs.filter(({ weakness }) => weakness === id).map(({ at }) => ({ name: team.name, at })),
      );
      const first = repairs.reduce((best, each) => (each.at < best.at ? each : best));
      return [title, `${repairs.length} of 3 teams`, `${first.name}, ${clock(first.at)}`];
    }),
  );
});

test('the page shows failure classes, gaps first, the dearest of them at the top', () => {
  const played = (id: string): string => `Edition 1: ${id}; Edition 2: ${id}`;
  expect(rowsOf(pieceOf(page, 'classes'), 'classes')).toEqual([
    ['data and synchronisation', '1', '300', '0', '–', 'no experiment'],
    ['dependency', '2', '180 and 1 unknown', '0', '–', 'no experiment'],
    ['capacity and traffic', '2', '75', '0', '–', 'no experiment'],
    ['change and deployment', '1', '70', '0', '–', 'no experiment'],
    ['configuration and access', '1', '40', '0', '–', 'no experiment'],
    ['infrastructure and zone loss', '1', '95', '1', played('street-closed'), 'covered'],
    ['observability', '1', '65', '1', played('till-freezes'), 'covered'],
    ['people and process', '0', '0', '0', '–', 'no incident'],
  ]);
});

test('the page shows how far each post-mortem is', () => {
  const written: Readonly<Record<string, number>> = writtenParts.second;
  expect(rowsOf(pieceOf(page, 'post-mortems'), 'post-mortems').map((row) => row.slice(0, 4))).toEqual(
    ranked.flatMap((team) =>
      team.incidents.map(({ start, end }, index) => {
        const parts = written[`${team.team}-${index + 1}`];
        const share = parts === undefined ? 'not begun' : percent(parts / 9);
        return [`${team.name}, incident ${index + 1}`, clock(start), lasting(end - start), share];
      }),
    ),
  );
});

test('the page hands out awards by what was counted', () => {
  const best = (of: (team: RecountedTeam) => number): RecountedTeam =>
    now.reduce((most, team) => (of(team) > of(most) ? team : most));
  const mean = (values: readonly number[]): number => sum(values) / values.length;
  const served = (team: RecountedTeam): number => countsIn([team]).good / countsIn([team]).measured;
  const detection = (team: RecountedTeam): number => mean(detections([team]));
  const worth = ({ fast, acceptable, slow, faulty, failed }: RecountedTeam['counts'][number]): number =>
    (fast + acceptable / 2 + slow / 10 - faulty - failed / 2) / (fast + acceptable + slow + faulty + failed);
  const gain = ({ counts }: RecountedTeam): number =>
    mean(counts.slice(50).map(worth)) - mean(counts.slice(0, 50).map(worth));
  const [soonest, steadiest, cheapest, improved] = [
    best((team) => -detection(team)),
    best(served),
    best((team) => team.total / team.spendUsd),
    best(gain),
  ];
  const cards = itemsIn(pieceOf(page, 'awards'));
  expect(cards.slice(0, 4)).toEqual([
    `Fastest detection${soonest.name}noticed after ${lasting(detection(soonest))} in the mean`,
    `Best availability${steadiest.name}${percent(served(steadiest))} served well`,
    `Best value for money${cheapest.name}${whole(cheapest.total / cheapest.spendUsd)} points per USD`,
    `Most improved${improved.name}${gain(improved).toFixed(2)} points a request more in the second half`,
  ]);
  expect(cards).toHaveLength(5);
});
