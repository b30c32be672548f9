import fc from 'fast-check';
import { eligible } from '../../../lib/arena/balancing/eligible';
import { Target, type TargetState } from '../../../lib/arena/balancing/target';
import { Turns } from '../../../lib/arena/balancing/turns';
import type { Server } from '../../../lib/arena/servers/server';

const oneIsEnough = { count: 1, percent: 0 };
const targetStates: readonly TargetState[] = ['initial', 'healthy', 'unhealthy', 'draining', 'unused'];
const targets = (states: readonly TargetState[]) => states.map((state, i) => new Target({} as Server, i, state));

const someStates = fc.array(fc.constantFrom(...targetStates), { minLength: 1, maxLength: 8 });

describe('who may get requests', () => {
  const named = (states: readonly TargetState[], needed = oneIsEnough) =>
    eligible(targets(states), needed).map(({ state }) => state);

  test.each<[string, TargetState[], TargetState[]]>([
    ['the healthy ones', ['healthy', 'unhealthy', 'initial'], ['healthy']],
    ['everybody when nobody is healthy', ['unhealthy', 'initial'], ['unhealthy', 'initial']],
    ['nobody who leaves or is stopped', ['draining', 'unused'], []],
    ['nobody when nobody is there', [], []],
  ])('%s', (_rule, states, expected) => {
    expect(named(states)).toEqual(expected);
  });

  test('everybody when fewer are healthy than the target group asks for, in number or share', () => {
    const states: TargetState[] = ['healthy', 'healthy', 'unhealthy', 'unhealthy'];
    expect(named(states, { count: 2, percent: 0 })).toHaveLength(2);
    expect(named(states, { count: 3, percent: 0 })).toHaveLength(4);
    expect(named(states, { count: 1, percent: 50 })).toHaveLength(2);
    expect(named(states, { count: 1, percent: 51 })).toHaveLength(4);
  });

  test('never one that drains', () => {
    fc.assert(
      fc.property(someStates, fc.nat(8), fc.nat(100), (states, count, percent) => {
        expect(named(states, { count, percent })).not.toContain('draining');
      }),
    );
  });
});

describe('round robin', () => {
  const change = fc.record({ target: fc.nat(7), state: fc.constantFrom(...targetStates), picks: fc.nat(12) });

  test('gives healthy targets the same number but for one, whatever becomes of the others', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const all = targets(Array.from({ length: 8 }, () => 'healthy'));
        const turns = new Turns<Target>();
        const picked = new Map<Target, number>();
        const always = new Set(all);
        turns.settle(eligible(all, oneIsEnough));
        for (const { target, state, picks } of changes) {
          const changed = all[target % 7] as Target;
          changed.state = state;
          always.delete(changed);
          turns.settle(eligible(all, oneIsEnough));
          for (let i = 0; i < picks; i++) {
            const chosen = turns.inTurn(0, 0) as Target;
            expect(chosen.state).toBe('healthy');
            picked.set(chosen, (picked.get(chosen) ?? 0) + 1);
          }
        }
        const counts = [...always].map((target) => picked.get(target) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('gives a target that starts slowly its share little by little', () => {
    const [old, fresh] = targets(['healthy', 'healthy']) as [Target, Target];
    fresh.slowUntil = 100;
    const turns = new Turns<Target>();
    turns.settle([old, fresh]);
    const share = (from: number, to: number) => {
      const picks = Array.from({ length: 1000 }, (_, i) => turns.inTurn(from + ((to - from) * i) / 1000, 100));
      return picks.filter((target) => target === fresh).length / 1000;
    };
    // At the share s of a turn it gets s of 1 + s requests.
    expect(share(0, 20)).toBeCloseTo(0.1 / 1.1, 1);
    expect(share(40, 60)).toBeCloseTo(0.5 / 1.5, 1);
    expect(share(100, 200)).toBe(0.5);
  });

  test('gives it its whole share at once when slow starts are switched off', () => {
    const [old, fresh] = targets(['healthy', 'healthy']) as [Target, Target];
    fresh.slowUntil = 100;
    const turns = new Turns<Target>();
    turns.settle([old, fresh]);
    expect([1, 2].map(() => turns.inTurn(1, 0))).toEqual([old, fresh]);
  });

  test('goes on when all of them start slowly', () => {
    const slow = targets(['healthy', 'healthy']);
    for (const target of slow) target.slowUntil = 100;
    const turns = new Turns<Target>();
    turns.settle(slow);
    expect(Array.from({ length: 10 }, () => turns.inTurn(0, 100))).not.toContain(undefined);
  });

  test('has nobody to give when nobody is there', () => {
    expect(new Turns<Target>().inTurn(0, 0)).toBeUndefined();
    expect(new Turns<Target>().leastOutstanding()).toBeUndefined();
  });
});

test('least outstanding requests never picks one that has more than another', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), fc.nat(20), (outstanding, picks) => {
      const all = targets(outstanding.map(() => 'healthy'));
      all.forEach((target, i) => (target.outstanding = outstanding[i] as number));
      const turns = new Turns<Target>();
      turns.settle(all);
      for (let i = 0; i <= picks; i++) {
        const chosen = turns.leastOutstanding() as Target;
        expect(chosen.outstanding).toBe(Math.min(...all.map((target) => target.outstanding)));
        chosen.outstanding += 1;
      }
    }),
  );
});

test('of those with equally few requests outstanding it takes one after the other', () => {
  const all = targets(['healthy', 'healthy', 'healthy']);
  const turns = new Turns<Target>();
  turns.settle(all);
  expect([1, 2, 3, 4].map(() => turns.leastOutstanding()?.number)).toEqual([0, 1, 2, 0]);
});
