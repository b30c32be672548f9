import { Agenda } from '../../../lib/rehearsal/stage/agenda';

/** What was done, in order, when an agenda is run up to each instant in turn. */
function doneBy(agenda: Agenda, done: string[], ...instants: readonly number[]): string[][] {
  return instants.map((instant) => {
    agenda.run(instant);
    return done.splice(0);
  });
}

test('things happen in order of their instants, and in order of planning at the same instant', () => {
  const agenda = new Agenda();
  const done: string[] = [];
  for (const [at, name] of [
    [20, 'late'],
    [10, 'first'],
    [10, 'second'],
  ] as const)
    agenda.add(at, () => done.push(name));
  expect(agenda.next()).toBe(10);
  expect(doneBy(agenda, done, 9, 10, 30)).toEqual([[], ['first', 'second'], ['late']]);
  expect(agenda.next()).toBeUndefined();
});

test('what a thing plans is done in the same go when it is due by then', () => {
  const agenda = new Agenda();
  const done: string[] = [];
  agenda.add(1, () => {
    done.push('cause');
    agenda.add(2, () => done.push('effect'));
    agenda.add(9, () => done.push('later'));
  });
  expect(doneBy(agenda, done, 5)).toEqual([['cause', 'effect']]);
  expect(agenda.next()).toBe(9);
});
