import { EventRecords } from '../../lib/aws/event-records';
import { FakeAws } from '../support/aws/fake-aws';
import { FakeTable } from '../support/aws/fake-table';
import { anEntry, aRound, at, someLog } from '../support/builders';

function records(event = 'spring') {
  const table = new FakeTable(2);
  const problems: string[] = [];
  const aws = new FakeAws({ dynamodb: table.answer });
  const open = (id: string) => new EventRecords('table', id, ({ message }) => problems.push(message), aws.options());
  return { table, problems, aws, open, records: open(event) };
}
const measured = (round: number, fast: number, startsAt = at(round * 60)) => ({
  round,
  startsAt,
  team: 'blue',
  measurement: aRound({ fast }),
});

test('the log is read in order of instants, over all pages, however it was written', async () => {
  const { records: own } = records();
  const log = someLog(...[1, 2, 3, 4, 5].map((factor) => anEntry('traffic', factor * 7, { factor })));
  for (const entry of log.toReversed()) await own.append(entry);
  expect(await own.log()).toEqual(log);
});

test('an entry that is written twice is there once', async () => {
  const { records: own, table } = records();
  const [entry] = someLog();
  await own.append(entry!);
  await own.append(entry!);
  expect(table.items.size).toBe(1);
});

test('of two measurements of a round the fuller one is kept, whichever comes first', async () => {
  const { records: own } = records();
  for (const fast of [5, 60, 20]) await own.put(measured(3, fast));
  expect((await own.all())[0]?.teams['blue']).toMatchObject({ fast: 60 });
});

test('what is known already is not written again', async () => {
  const { records: own, aws } = records();
  await own.put(measured(3, 60));
  await own.put(measured(3, 60));
  expect(aws.calls.map(({ action }) => action)).toEqual(['PutItem', 'PutItem']);
});

test('a round that lies elsewhere on the calendar since the start was corrected replaces what was measured there', async () => {
  const { records: own } = records();
  await own.put(measured(3, 60));
  await own.put(measured(3, 10, at(500)));
  expect(await own.all()).toEqual([
    { round: 3, startsAt: new Date(at(500)).toISOString(), teams: { blue: aRound({ fast: 10 }) } },
  ]);
});

test('whoever loses every race gives up loudly instead of overwriting', async () => {
  const { records: own, table } = records();
  await own.put(measured(3, 1));
  const [key, item] = [...table.items][0]!;
  let step = 1;
  table.beforePut = () => {
    step += 1;
    const kept = JSON.parse(item['record']!.S) as object;
    table.items.set(key, { ...item, record: { S: JSON.stringify({ ...kept, measurement: aRound({ fast: step }) }) } });
  };
  await expect(own.put(measured(3, 60))).rejects.toThrow('ConditionalCheckFailed');
});

test('an item that is no record is reported and left out; it stops nothing', async () => {
  const { records: own, table, problems } = records();
  await own.put(measured(3, 60));
  const sk = 'round#00004#blue';
  table.items.set(`spring\n${sk}`, { pk: { S: 'spring' }, sk: { S: sk }, record: { S: '{"torn' } });
  expect(await own.all()).toHaveLength(1);
  expect(problems).toEqual(['holds an item that is no record: {"torn']);
});

test('events do not see each other’s records', async () => {
  const { records: own, open } = records();
  await own.put(measured(3, 60));
  expect(await open('autumn').all()).toEqual([]);
});
