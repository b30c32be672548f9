import type { OrganizerView } from '../../../lib/api/views/organizer-view';
import { isOpen, runGroups, type Run } from '../../../web/control/experiments/run-groups';
import { answered, unanswered } from '../../../web/control/questions/questions';
import { readinessOf } from '../../../web/control/steering/readiness';
import { steeringRefusal } from '../../../web/control/steering/refusals';
import { trafficGraph } from '../../../web/control/steering/traffic-graph';
import { teamRows, type OrganizerTeam } from '../../../web/control/teams/team-rows';

const aTeam = (id: string, rank: number, parts: Partial<OrganizerTeam> = {}): OrganizerTeam => ({
  id,
  name: id,
  rank,
  shownRank: rank,
  points: 100,
  shownPoints: 100,
  served: 1,
  spendUsd: 1,
  spendUsdPerHour: 0.3,
  allowanceUsdPerHour: 0.5,
  meanUsdPerHour: 0.3,
  verdict: 'ok',
  uncheckedRounds: 0,
  measuredSeconds: 600,
  endsSeconds: 3600,
  impactSince: null,
  declared: false,
  trafficFactor: 1,
  repaired: [],
  flags: [],
  ...parts,
});

const aView = (teams: readonly OrganizerTeam[], parts: Partial<OrganizerView> = {}): OrganizerView => ({
  event: { name: 'Spring', scenario: 'rental-market', startsAt: '2026-12-10T08:00:00Z', roundSeconds: 60 },
  clock: { phase: 'running', eventSeconds: 600, endsSeconds: 3600, asOf: '2026-12-10T08:10:00Z', speed: 1 },
  freeze: { frozen: false, atSeconds: null, revealed: false },
  traffic: { stepsPerSecond: 1, plan: [1, 1], factor: 1 },
  comes: null,
  teams: [...teams],
  weaknesses: [],
  questions: [],
  announcements: [],
  problems: [],
  steering: ['started', 'paused', 'resumed', 'closed', 'frozen', 'revealed', 'extended', 'traffic', 'announced'],
  ...parts,
});

describe('a team’s row', () => {
  const rowOf = (parts: Partial<OrganizerTeam>, now = 610) =>
    teamRows(aView([aTeam('blue', 1, parts)]), now, 'rank')[0];

  test.each<[string, Partial<OrganizerTeam>, readonly string[]]>([
    ['nothing', {}, []],
    ['an open impact', { impactSince: 300 }, ['impact']],
    ['more spent than allowed', { meanUsdPerHour: 0.6 }, ['overspend']],
    ['a flag', { flags: ['odd'] }, ['flags']],
    ['a round that was not checked', { verdict: 'unchecked' }, ['unchecked']],
    ['nothing, before anything was measured', { verdict: 'unchecked', measuredSeconds: null }, []],
  ])('says of trouble: %s', (_what, parts, troubles) => {
    expect(rowOf(parts, 100)?.troubles).toEqual(troubles);
  });

  test('is stale once its newest measurement is older than two rounds and half a minute', () => {
    expect(rowOf({}, 750)?.staleSeconds).toBeNull();
    expect(rowOf({}, 751)?.staleSeconds).toBe(151);
    expect(rowOf({ measuredSeconds: null }, 151)?.staleSeconds).toBe(151);
  });

  test('is not stale for rounds after its own end, nor while nothing is sent', () => {
    expect(rowOf({ endsSeconds: 700 }, 3000)?.staleSeconds).toBeNull();
    const paused = aView([aTeam('blue', 1)], { clock: { ...aView([]).clock, phase: 'paused' } });
    expect(teamRows(paused, 3000, 'rank')[0]?.staleSeconds).toBeNull();
  });

  test('says how much longer the event lasts for it', () => {
    const rows = teamRows(aView([aTeam('blue', 1, { endsSeconds: 4200 }), aTeam('red', 2)]), 610, 'rank');
    expect(rows.map(({ extraSeconds }) => extraSeconds)).toEqual([600, 0]);
  });

  test('says how much higher the audience sees it', () => {
    expect(rowOf({ shownRank: 4, rank: 6 })?.shownHigher).toBe(2);
    expect(rowOf({ shownRank: 6, rank: 4 })?.shownHigher).toBe(-2);
  });
});

test.each([
  ['rank', ['c', 'a', 'b']],
  ['name', ['a', 'b', 'c']],
  ['spend', ['b', 'c', 'a']],
  ['trouble', ['b', 'c', 'a']],
] as const)('teams stand by %s, and of the same by true rank', (order, ids) => {
  const teams = [
    aTeam('c', 1, { spendUsd: 5 }),
    aTeam('a', 2, { spendUsd: 1 }),
    aTeam('b', 3, { spendUsd: 9, impactSince: 5, flags: ['odd'] }),
  ];
  expect(teamRows(aView(teams), 610, order).map(({ id }) => id)).toEqual(ids);
});

describe('what can be done to the day', () => {
  const refusal = (type: Parameters<typeof steeringRefusal>[1], parts: Partial<OrganizerView>, phase = 'running') =>
    steeringRefusal(
      aView([], { ...parts, clock: { ...aView([]).clock, phase: phase as OrganizerView['clock']['phase'] } }),
      type,
    );
  const coming = { id: 'x', type: 'started', at: '' } as const;
  const frozen = { frozen: true, atSeconds: 5, revealed: false };

  test.each([
    ['waiting', { started: undefined, paused: 'notRunning', resumed: 'notPaused', extended: undefined }],
    ['running', { started: 'startedAlready', paused: undefined, resumed: 'notPaused', extended: undefined }],
    ['paused', { started: 'startedAlready', paused: 'notRunning', resumed: undefined, extended: undefined }],
    ['ended', { started: 'startedAlready', paused: 'notRunning', extended: 'overAlready', closed: undefined }],
    [
      'closed',
      { closed: 'closedAlready', announced: 'closedAlready', frozen: 'closedAlready', traffic: 'closedAlready' },
    ],
  ] as const)('while it is %s', (phase, expected) => {
    for (const [type, reason] of Object.entries(expected)) {
      expect([type, refusal(type as 'started', {}, phase)]).toEqual([type, reason]);
    }
  });

  test('nothing that the place cannot do', () => {
    expect(refusal('paused', { steering: ['announced'] })).toBe('notHere');
  });

  test('a start that comes is not asked for again', () => {
    expect(refusal('started', { comes: coming }, 'waiting')).toBe('comesAlready');
    expect(refusal('resumed', { comes: coming }, 'paused')).toBe('comesAlready');
  });

  test('what is revealed was frozen before, also after everybody has gone home, and only once', () => {
    expect(refusal('revealed', {})).toBe('notFrozen');
    expect(refusal('revealed', { freeze: frozen }, 'closed')).toBeUndefined();
    expect(refusal('revealed', { freeze: { ...frozen, frozen: false, revealed: true } })).toBe('revealedAlready');
    expect(refusal('frozen', { freeze: frozen })).toBe('frozenAlready');
  });
});

const aRun = (run: string, team: string, state: Run['state'], parts: Partial<Run> = {}): Run => ({
  run,
  experiment: 'stop',
  team,
  state,
  planned: true,
  stopOrdered: false,
  dueSeconds: 300,
  forSeconds: 600,
  startedAtSeconds: null,
  endedAtSeconds: null,
  outcome: null,
  reason: null,
  effect: null,
  secondsToDetect: null,
  secondsToRecover: null,
  hypothesis: null,
  ...parts,
});

test('runs of one plan or order belong together, also where a team’s id ends like another’s', () => {
  const groups = runGroups([
    aRun('stop-0-blue', 'blue', 'running', { dueSeconds: 280 }),
    aRun('stop-0-dark-blue', 'dark-blue', 'refused', { dueSeconds: 320 }),
    aRun('stop-1-blue', 'blue', 'planned', { dueSeconds: 900 }),
  ]);
  expect(groups).toMatchObject([
    {
      key: 'plan stop-0',
      dueSeconds: [280, 320],
      counts: [
        ['running', 1],
        ['refused', 1],
      ],
      open: ['stop-0-blue'],
    },
    { key: 'plan stop-1', counts: [['planned', 1]], open: ['stop-1-blue'] },
  ]);
});

test('what is over or about to be stopped is not stopped again', () => {
  expect(isOpen(aRun('a', 'blue', 'running'))).toBe(true);
  expect(isOpen(aRun('a', 'blue', 'running', { stopOrdered: true }))).toBe(false);
  expect(isOpen(aRun('a', 'blue', 'ended'))).toBe(false);
});

test('what is not ready is named one by one, what is ready is counted', () => {
  const check = (team: string | null, verdict: 'green' | 'red', says: string) => ({
    team,
    name: 'front',
    verdict,
    says,
    fix: null,
  });
  const checks = [
    check('a', 'green', 'open'),
    check('b', 'red', 'closed'),
    check('c', 'green', 'open'),
    check('d', 'red', 'closed'),
  ];
  expect(readinessOf(checks)).toEqual({
    red: [checks[1], checks[3]],
    green: [{ name: 'front', says: 'open', count: 2 }],
    notApplicable: [],
  });
});

test('who waits longest for an answer comes first, and who was answered last comes first of those', () => {
  const question = (id: string, answers: number) => ({
    id,
    atSeconds: 0,
    team: 'blue',
    text: '',
    answers: Array.from({ length: answers }, () => ({ id: 'x', atSeconds: 1, text: '', public: true })),
  });
  const all = [question('a', 0), question('b', 1), question('c', 0), question('d', 2)];
  expect(unanswered(all).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(answered(all).map(({ id }) => id)).toEqual(['d', 'b']);
});

test('the plan is drawn from the start to the end, with now marked', () => {
  expect(trafficGraph([1, 5, 9], 600, 250, 'plan')).toMatchObject({
    atSeconds: [0, 300, 600],
    untilSeconds: 600,
    markedAtSeconds: 250,
  });
});
