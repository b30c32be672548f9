import fc from 'fast-check';
import { EventQueue } from '../../../lib/arena/clock/event-queue';

test('events come in the order of their instants, and those of one instant in the order in which they were planned', () => {
  // `undefined` takes the first one off; few different instants, so that many are equal.
  const plan = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined, freq: 2 }), { maxLength: 300 });
  fc.assert(
    fc.property(plan, (acts) => {
      const queue = new EventQueue();
      const model: { readonly time: number; readonly what: number }[] = [];
      const first = () => model.reduce((best, each) => (each.time < best.time ? each : best));
      for (const [what, time] of [...acts, ...acts.map(() => undefined)].entries()) {
        expect(queue.next()).toBe(model.length === 0 ? Infinity : first().time);
        if (time !== undefined) {
          queue.push(time, what);
          model.push({ time, what });
        } else if (model.length > 0) {
          const expected = first();
          expect(queue.pop()).toBe(expected.what);
          model.splice(model.indexOf(expected), 1);
        }
      }
    }),
  );
});

test('there is room for as many events as there are', () => {
  const queue = new EventQueue();
  for (let i = 5000; i > 0; i--) queue.push(i, i);
  for (let i = 1; i <= 5000; i++) expect(queue.pop()).toBe(i);
  expect(queue.next()).toBe(Infinity);
});
