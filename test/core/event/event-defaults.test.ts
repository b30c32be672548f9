import { anEvent } from '../../support/builders';
import { card, eventOf, least } from './event-files';

test('what is left out is four hours of the scenario, in rounds of a minute, frozen a quarter of an hour before the end', () => {
  expect(eventOf(least)).toMatchObject({
    startsAt: Date.parse('2026-12-10T08:00:00Z'),
    durationSeconds: 14_400,
    roundSeconds: 60,
    freezeSeconds: 900,
    traffic: card.traffic,
    spikes: card.spikes,
    experiments: [],
    weaknesses: [{ id: 'one-zone', title: 'Everything in one zone', hintSeconds: [30, 120] }],
    rules: anEvent().rules,
  });
});

test.each([
  ['1h', 900],
  ['30m', 420],
  ['3m', 0],
])('an event of %s freezes no longer than a quarter of itself, in whole rounds', (duration, seconds) => {
  expect(eventOf(`${least}duration: ${duration}\n`).freezeSeconds).toBe(seconds);
});

test('a freeze of 0m stays 0', () => {
  expect(eventOf(`${least}freeze: 0m\n`).freezeSeconds).toBe(0);
});

test("traffic of one's own comes without the scenario's spikes", () => {
  expect(eventOf(`${least}traffic: [{ at: 0m, rps: 1 }]\n`).spikes).toEqual([]);
});

test("the scenario's spikes after the end of a shorter event are left out", () => {
  expect(eventOf(`${least}duration: 1h\n`).spikes).toEqual([{ atSeconds: 600, forSeconds: 60, times: 2 }]);
});

test('an experiment lasts as long as the scenario says unless the file says otherwise', () => {
  const planned = '[{ experiment: zone-outage, at: 1h }, { experiment: zone-outage, at: 2h, for: 5m, teams: [blue] }]';
  expect(eventOf(`${least}experiments: ${planned}\n`).experiments).toEqual([
    { experiment: 'zone-outage', atSeconds: 3600, forSeconds: 600 },
    { experiment: 'zone-outage', atSeconds: 7200, forSeconds: 300, teams: ['blue'] },
  ]);
});

test('accounts that are left out are made up, always the same, and never one that is given', () => {
  const text = `${least}  - { id: red, name: Red Foxes, account: "900000000001" }\n  - { id: green, name: Green Owls }\n`;
  const accounts = eventOf(text).teams.map(({ account }) => account);
  expect(accounts).toEqual(['900000000002', '900000000001', '900000000003']);
  expect(eventOf(text)).toEqual(eventOf(text));
});

test('a key of one section leaves the defaults of its neighbours', () => {
  expect(eventOf(`${least}rules: { spend: { weight: 0.5 } }\n`).rules.spend).toMatchObject({ weight: 0.5, cap: 0.5 });
});
