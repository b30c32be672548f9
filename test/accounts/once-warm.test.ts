import { onceWarm } from '../../lib/accounts/aws/once-warm';

/** A clock that waiting moves on. */
function patience() {
  let now = 0;
  return {
    now: () => now,
    random: () => 0.5,
    wait: (ms: number) => Promise.resolve(void (now += ms)),
  };
}
const cold = () =>
  Promise.reject(new Error('OptInRequired: The AWS Access Key Id needs a subscription for the service'));

test('an account that AWS has only just made is tried again for as long as the minutes that it takes', async () => {
  const clock = patience();
  const call = () => (clock.now() < 10 * 60_000 ? cold() : Promise.resolve('ready'));
  await expect(onceWarm(call, clock)).resolves.toBe('ready');
});

test('one that stays closed ends in AWS’s own words', async () => {
  await expect(onceWarm(cold, patience())).rejects.toThrow('OptInRequired');
});

test('what has nothing to do with a new account is told at once', async () => {
  const clock = patience();
  await expect(onceWarm(() => Promise.reject(new Error('no such template')), clock)).rejects.toThrow('template');
  expect(clock.now()).toBe(0);
});
