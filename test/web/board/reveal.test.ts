import { revealOnBoard, revealOnMove, type Reveal, type RevealMove } from '../../../web/board/reveal/reveal-state';
import { revealSteps } from '../../../web/board/reveal/reveal-steps';
import { aSnapshot, revealed } from '../../support/snapshots';

const open = aSnapshot();
const known = revealed(open);
const after = (...moves: RevealMove[]): Reveal =>
  moves.reduce<Reveal>((reveal, move) => revealOnMove(reveal, move, 4), { stage: 'running', step: 0, playing: true });

test('places are told from the last to the first, then the awards', () => {
  const told = revealSteps(4, 2).map((step) => (step.kind === 'place' ? step.place : step.kind));
  expect(told).toEqual(['intro', 3, 2, 1, 0, 'award', 'award']);
});

test.each([
  [1, 0],
  [4, 5],
  [20, 5],
  [100, 5],
])('with %d teams and %d awards it takes two minutes at most, and the first stands longest', (teams, awards) => {
  const steps = revealSteps(teams, awards);
  expect(steps.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(120_000);
  const first = steps.find((step) => step.kind === 'place' && step.place === 0)!;
  expect(Math.max(...steps.map(({ ms }) => ms))).toBe(first.ms);
  expect(Math.min(...steps.map(({ ms }) => ms))).toBeGreaterThanOrEqual(500);
});

test('a page that saw the play reveals by itself when the result is told', () => {
  const before = revealOnBoard({ stage: 'unseen' }, open);
  expect(revealOnBoard(before, known)).toEqual({ stage: 'running', step: 0, playing: true });
});

test('a page that is opened when the result is known starts at the end, and reveals when it is asked to', () => {
  const late = revealOnBoard({ stage: 'unseen' }, known);
  expect(late).toEqual({ stage: 'done' });
  expect(revealOnMove(late, 'again', 4)).toEqual({ stage: 'running', step: 0, playing: true });
});

test('where nothing was frozen there is nothing to reveal by itself', () => {
  const never = { ...known, freeze: { ...known.freeze, revealed: false } };
  expect(revealOnBoard({ stage: 'open' }, never)).toEqual({ stage: 'done' });
});

test('a reveal that was taken back ends the show, and one that was given again begins it anew', () => {
  const running = revealOnBoard({ stage: 'open' }, known);
  expect(revealOnBoard(running, open)).toEqual({ stage: 'open' });
  expect(revealOnBoard(revealOnBoard(running, open), known)).toMatchObject({ stage: 'running', step: 0 });
});

test('an unchanged result lets the show go on where it is', () => {
  const second = after('elapsed');
  expect(revealOnBoard(second, known)).toBe(second);
});

test.each<[string, RevealMove[], Reveal]>([
  ['time takes it on', ['elapsed', 'elapsed'], { stage: 'running', step: 2, playing: true }],
  ['whoever steps pauses it', ['next'], { stage: 'running', step: 1, playing: false }],
  ['nobody steps before the beginning', ['back', 'back'], { stage: 'running', step: 0, playing: false }],
  ['a pause is ended by playing on', ['toggle', 'toggle'], { stage: 'running', step: 0, playing: true }],
  ['after the last step it is done', ['next', 'next', 'next', 'next'], { stage: 'done' }],
  ['skipping ends it', ['skip'], { stage: 'done' }],
  ['when it is done steps mean nothing', ['skip', 'next', 'toggle'], { stage: 'done' }],
  ['it can be shown again while it runs', ['next', 'next', 'again'], { stage: 'running', step: 0, playing: true }],
])('%s', (_rule, moves, reveal) => {
  expect(after(...moves)).toEqual(reveal);
});

test('nothing is revealed that is not known', () => {
  expect(revealOnMove({ stage: 'open' }, 'again', 4)).toEqual({ stage: 'open' });
});
