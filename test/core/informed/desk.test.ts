import { deskMessages } from '../../../lib/core/informed/messages';
import { anEnvironment, anInformedEvent, readyForProduction, readyForTest, says } from '../../support/an-informed';
import { anEntry, declared } from '../../support/builders';
import { aDesk } from './a-desk';

const otherwiseProduction = anInformedEvent({ vote: { seconds: 300, otherwise: 'production' } });
const vote = (environment: string, team: string, seconds = 700) =>
  anEntry(
    'vote',
    seconds,
    { experiment: 'stop', environment, voter: team },
    { by: `team:${team}`, id: `vote ${team}` },
  );

test('a kick-off is told at its time, voted on, decided at the deadline, run at every team and ended', () => {
  const desk = aDesk(anInformedEvent(), readyForTest);
  desk.step(599);
  expect(desk.told()).toEqual([]);
  desk.step(600);
  desk.step(899);
  expect(desk.told()).toEqual(['kick-off 1']);
  desk.step(900);
  desk.step(1499);
  const begun = [
    'kick-off 1',
    'test: nobody voted, and it is the safest one that may be used',
    'started kick-off-1-blue',
    'started kick-off-1-red',
  ];
  expect(desk.told()).toEqual(begun);
  desk.step(1500);
  expect(desk.told()).toEqual([
    ...begun,
    'completed kick-off-1-blue: its time was up',
    'completed kick-off-1-red: its time was up',
  ]);
});

test('what ran to its end in a test environment has been rehearsed there', () => {
  const desk = aDesk(anInformedEvent(), readyForTest);
  for (const seconds of [600, 900, 1500, 1510]) desk.step(seconds);
  expect(desk.entries.filter(({ type }) => type === 'rehearsed')).toMatchObject([
    { experiment: 'stop', where: 'test' },
  ]);
});

test('heroes choose production, which begins when two persons have agreed', () => {
  const desk = aDesk(anInformedEvent(), [...readyForProduction, says.quiet()]);
  desk.step(600);
  desk.add(vote('production', 'blue'), vote('production', 'red'));
  desk.step(900);
  desk.add(says.agreed('Master', 920));
  desk.step(930);
  expect(desk.told()).toEqual(['kick-off 1', 'production: 2 of 2 votes']);
  desk.add(says.agreed('Watcher', 940));
  desk.step(950);
  expect(desk.told()).toContain('started kick-off-1-red');
});

test('a start in production that nobody agrees to is called off after ten minutes', () => {
  const desk = aDesk(anInformedEvent(), [...readyForProduction, says.quiet(), vote('production', 'blue')]);
  desk.step(600);
  desk.step(900);
  desk.step(1499);
  expect(desk.told()).toEqual(['kick-off 1', 'production: 1 of 1 votes']);
  desk.step(1500);
  expect(desk.told().at(-1)).toBe('called off: two-persons');
});

test('votes for production count for nothing without its owner’s approval', () => {
  const desk = aDesk(anInformedEvent(), [
    ...readyForTest,
    says.quiet(),
    vote('production', 'blue'),
    vote('production', 'red'),
  ]);
  desk.step(600);
  desk.step(900);
  expect(desk.told()[1]).toMatch(/^test: nobody voted/);
});

test('without votes it is production where the event file says so and it was approved beforehand, else the safest', () => {
  const approved = aDesk(otherwiseProduction, [...readyForProduction, says.quiet()]);
  const unapproved = aDesk(otherwiseProduction, readyForTest);
  for (const desk of [approved, unapproved]) for (const seconds of [600, 900]) desk.step(seconds);
  expect(approved.told()[1]).toBe('production: nobody voted, and the event file says so');
  expect(unapproved.told()[1]).toBe('test: nobody voted, and it is the safest one that may be used');
});

test('where nothing is allowed the kick-off is called off by the guardrail of the safest environment', () => {
  const desk = aDesk(anInformedEvent(), []);
  desk.step(600);
  desk.step(900);
  expect(desk.told()).toEqual(['kick-off 1', 'called off: owner-approval']);
});

test('an alarm ends a running experiment at every team, at once', () => {
  const guarded = anEnvironment({ guardrails: { stopOn: [{ alarm: 'orders', below: 0.5 }] } });
  const desk = aDesk(anInformedEvent({ environments: [guarded] }), [...readyForTest, says.quiet()]);
  desk.step(600);
  desk.step(900);
  desk.add(anEntry('alarmed', 1000, { alarm: 'orders', state: 'alarm' }, { by: 'scorer' }));
  desk.step(1001);
  expect(desk.told().slice(-2)).toEqual([
    'stopped kick-off-1-blue: guardrail alarms: the alarm orders of Test is on',
    'stopped kick-off-1-red: guardrail alarms: the alarm orders of Test is on',
  ]);
});

test('what would hit too much is refused when it is known what it would hit', () => {
  const desk = aDesk(anInformedEvent(), readyForTest, { hits: 3, of: 10 });
  desk.step(600);
  desk.step(900);
  expect(desk.told().at(-1)).toBe('refused kick-off-1-red: guardrail targets: it would hit 3, and Test allows 1');
});

test('an order that no kick-off asks for never begins', () => {
  const order = anEntry('experiment-ordered', 100, { run: 'mine', experiment: 'stop', team: 'blue', seconds: 60 });
  const desk = aDesk(anInformedEvent(), [...readyForProduction, order]);
  desk.step(101);
  expect(desk.told()).toEqual([
    'refused mine: guardrail kick-off: experiments of an informed event begin by their kick-off',
  ]);
});

test('a kick-off waits for the one before it, and nothing is kicked off while the event is paused', () => {
  const event = anInformedEvent(
    {},
    { experiments: [600, 650].map((atSeconds) => ({ experiment: 'stop', atSeconds, forSeconds: 300 })) },
  );
  const desk = aDesk(event, [...readyForTest, anEntry('paused', 590, {}), anEntry('resumed', 610, {})]);
  desk.step(605);
  expect(desk.told()).toEqual([]);
  for (const seconds of [630, 930, 960]) desk.step(seconds);
  expect(desk.told().filter((line) => line.startsWith('kick-off'))).toEqual(['kick-off 1']);
  desk.step(1240);
  desk.step(1250);
  expect(desk.told().filter((line) => line.startsWith('kick-off'))).toEqual(['kick-off 1', 'kick-off 2']);
});

test('what the chat shows is voted, also in the look that closes the vote a little late, and not long after it', () => {
  for (const [late, expected] of [
    [5, 'production: 1 of 1 votes'],
    [61, 'test: nobody voted, and it is the safest one that may be used'],
  ] as const) {
    const desk = aDesk(anInformedEvent(), [...readyForProduction, says.quiet()]);
    desk.step(600, []);
    desk.step(900 + late, [{ voter: 'chat:a', environment: 'production' }]);
    expect(desk.told()[1]).toBe(expected);
  }
});

describe('the chat is told', () => {
  const texts = (desk: ReturnType<typeof aDesk>, seconds: number): string[] =>
    deskMessages(desk.dayAt(seconds)).map(({ title, lines }) => [title, ...lines].join('\n'));

  test('with a card that has number, story, target, duration, vote, something to know and a good wish', () => {
    const desk = aDesk(otherwiseProduction, readyForTest);
    desk.step(600);
    const [card] = texts(desk, 660);
    for (const part of [
      'Kick-off 1: An instance stops',
      'Somebody trips over a cable.',
      'Target: One web server',
      'Duration: 10m',
      '4m left',
      '1  Test',
      '2  Production (not this time: Shop owner has not approved experiments in Production)',
      'No vote: it will be Test.',
      'Did you know? Cables have two ends.',
      'Good luck!',
    ]) {
      expect(card).toContain(part);
    }
  });

  test('when it runs, how long still, hints one after the other, and how it ended', () => {
    const desk = aDesk(anInformedEvent(), readyForTest);
    desk.step(600);
    desk.step(900);
    expect(texts(desk, 1000)[0]).toContain('Running: 9m left.');
    const hints = (seconds: number) => texts(desk, seconds).filter((text) => text.startsWith('A hint'));
    expect([hints(1099), hints(1100), hints(1300)].map(({ length }) => length)).toEqual([0, 1, 2]);
    desk.step(1500);
    expect(texts(desk, 1501).at(-1)).toMatch(/^Kick-off 1 is over\nIts time was up\.[^]*Thank you all/);
  });

  test('of declarations and updates, as replies to the kick-off that is the newest', () => {
    const desk = aDesk(anInformedEvent(), [...readyForTest, declared('red', 100)]);
    desk.step(600);
    desk.add(
      declared('blue', 950),
      anEntry(
        'incident-updated',
        960,
        { team: 'blue', text: 'We are on it', audience: 'external' },
        { by: 'team:blue' },
      ),
    );
    const about = deskMessages(desk.dayAt(970)).filter(({ id }) => id.startsWith('incident-'));
    expect(about.map(({ title, thread }) => [title, thread])).toEqual([
      ['Red Foxes declares an incident', undefined],
      ['Blue Whales declares an incident', 'kick-off-1'],
      ['Blue Whales, to customers', 'kick-off-1'],
    ]);
  });
});
