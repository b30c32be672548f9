import type { TeamView } from '../../../lib/api/views/team-view';
import { incidentState } from '../../../web/team/incident-state';

const rules: TeamView['rules'] = {
  roundSeconds: 60,
  fastMs: 300,
  acceptableMs: 1000,
  objective: 0.95,
  detect: { refund: 0.2, withinSeconds: 600 },
  recover: { refund: 0.3, withinSeconds: 1800 },
};
type Impact = NonNullable<TeamView['openImpact']>;
const anImpact = (parts: Partial<Impact> = {}): Impact => ({
  startSeconds: 1000,
  endSeconds: null,
  declaredAtSeconds: null,
  loss: 50,
  refunds: { detection: 0, recovery: 0 },
  ...parts,
});
const said = (...kinds: readonly TeamView['messages'][number]['kind'][]): TeamView['messages'] =>
  kinds.map((kind, place) => ({ id: String(place), atSeconds: 900 + place, kind, text: 'text', audience: null }));
const stateOf = (openImpact: TeamView['openImpact'], messages: TeamView['messages'] = [], nowSeconds = 1000) =>
  incidentState({ openImpact, messages, rules }, nowSeconds);

test('while customers are served well there is no impact, and whoever knows better may declare one', () => {
  expect(stateOf(null)).toEqual({ impact: undefined, underWaySince: undefined, declarable: true });
});

test.each([
  [0, 0.2, 0.3],
  [300, 0.1, 0.25],
  [600, 0, 0.2],
  [1800, 0, 0],
  [9000, 0, 0],
])(
  'an impact that lasts %d s gives back %d of its loss for declaring it now, %d for ending it now',
  (lasts, detect, recover) => {
    const { impact } = stateOf(anImpact(), [], 1000 + lasts);
    expect(impact).toMatchObject({ lastsSeconds: lasts, loss: 50 });
    expect(impact?.detectionRefund).toBeCloseTo(detect);
    expect(impact?.recoveryRefund).toBeCloseTo(recover);
  },
);

test('an impact that is declared is not declared again; the next one is, though the team still talks about the last', () => {
  expect(stateOf(anImpact({ declaredAtSeconds: 1010 }), said('declared')).declarable).toBe(false);
  expect(stateOf(anImpact(), said('declared')).declarable).toBe(true);
});

test.each<[string, TeamView['messages'], number | undefined]>([
  ['nothing was said', [], undefined],
  ['it was declared', said('declared'), 900],
  ['it was declared and something said since', said('declared', 'updated'), 900],
  ['it was said to be over', said('declared', 'updated', 'resolved'), undefined],
  ['another was declared after that', said('declared', 'resolved', 'declared'), 902],
])('where %s, the team talks about an incident since %s', (_what, messages, since) => {
  expect(stateOf(null, messages).underWaySince).toBe(since);
});
