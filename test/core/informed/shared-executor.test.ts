import { sharedExecutor } from '../../../lib/core/informed/shared-executor';
import { theCard } from '../../support/an-informed';
import { FakeAccount } from '../../support/fake-account';

const runOf = (team: string) => ({
  run: `kick-off-1-${team}`,
  experiment: 'stop',
  team,
  atSeconds: 0,
  forSeconds: 600,
});

function aPlace() {
  const [decided, other] = [new FakeAccount(), new FakeAccount()];
  const place = {
    executorOf: (run: string) => Promise.resolve(run === 'kick-off-1' ? decided : undefined),
    everywhere: [decided, other],
  };
  return { decided, other, of: (team: string) => sharedExecutor(team, place) };
}

test('the runs of all teams are one fault: the first begins it, and to the others it has begun', async () => {
  const { decided, other, of } = aPlace();
  expect(await of('blue').start(runOf('blue'), theCard)).toBe('started');
  expect(await of('red').start(runOf('red'), theCard)).toBe('started');
  expect([[...decided.running], [...other.running]]).toEqual([['kick-off-1'], []]);
  expect(await of('red').state('kick-off-1-red')).toEqual({ state: 'running' });
});

test('whoever ends it ends it for all, wherever it runs', async () => {
  const { decided, other, of } = aPlace();
  await of('blue').start(runOf('blue'), theCard);
  other.running.add('kick-off-1');
  await of('red').stop('kick-off-1-red');
  expect([...decided.running, ...other.running]).toEqual([]);
});

test('what nobody decided begins nowhere', async () => {
  const { of } = aPlace();
  const run = { ...runOf('blue'), run: 'kick-off-2-blue' };
  expect(await of('blue').start(run, theCard)).toEqual({ refused: 'nobody decided where it is to run' });
});

test('a sweep looks into every environment', async () => {
  const { other, of } = aPlace();
  other.running.add('left-behind');
  expect(await of('blue').sweep(new Set())).toEqual(['left-behind']);
  expect([...other.running]).toEqual([]);
});
