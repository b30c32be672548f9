import { readEventText } from '../../lib/core/event/event-file';
import { eventText } from '../../lib/core/event/event-text';
import { mistakeText } from '../../lib/core/event/event-mistakes';
import { loadScenario, scenarioNames } from '../../lib/scenarios/catalogue';
import { chosenOptions } from '../../lib/scenarios/options';

const read = async (scenario: string, options: string) => {
  const text = `name: Spring\nscenario: ${scenario}\nstarts: 2026-12-10T09:00:00+01:00\nteams: [{ id: blue, name: Blue }]\n${options}`;
  return readEventText(text).resolve({ scenarios: scenarioNames(), card: await loadScenario(scenario) });
};
const eventOf = async (options: string) => {
  const resolution = await read('price-sync', options);
  if (!resolution.ok) throw new Error(resolution.mistakes.map(mistakeText).join('\n'));
  return resolution.event;
};

test('an event file chooses what a scenario leaves open, and the choice stays when the event is written out', async () => {
  const event = await eventOf('options: { queue: sqs }');
  expect(event.options).toEqual({ queue: 'sqs' });
  const again = readEventText(eventText(event)).resolve();
  expect(again).toMatchObject({ ok: true, event: { options: { queue: 'sqs' } } });
});

test('what is left open is as the scenario has it', async () => {
  const card = await loadScenario('price-sync');
  expect(chosenOptions(card, (await eventOf('')).options)).toEqual({ queue: 'rabbitmq' });
  expect(chosenOptions(card, { queue: 'sqs' })).toEqual({ queue: 'sqs' });
  expect(chosenOptions(await loadScenario('corner-shop'))).toEqual({});
});

test.each([
  ['price-sync', '{ queue: sqq }', 'options.queue: sqq is no choice of queue. Did you mean sqs?'],
  ['price-sync', '{ queu: sqs }', 'options.queu: queu is no option of this scenario. Did you mean queue?'],
  ['corner-shop', '{ queue: sqs }', 'options.queue: queue is no option of this scenario.'],
  ['price-sync', '{ queue: 3 }', 'options.queue: 3 cannot stand here.'],
  ['price-sync', 'sqs', 'options: "sqs" cannot stand here. Write what is chosen below it, such as `queue: sqs`.'],
])('in an event of %s, options: %s is a mistake', async (scenario, options, complaint) => {
  const resolution = await read(scenario, `options: ${options}`);
  expect(resolution.ok ? [] : resolution.mistakes.map(mistakeText)).toEqual([
    expect.stringContaining(complaint) as string,
  ]);
});
