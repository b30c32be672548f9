import { Random } from '../../lib/arena/clock/random';
import type { Variation } from '../../lib/arena/flow';
import { Cpu } from '../../lib/arena/servers/cpu';
import { erlangC, timeInMG1, timeInMMc } from './closed-formulas';
import { measure, within3Percent, type Vcpus } from './one-instance';

describe('waiting for the CPU takes as long as queueing theory says', () => {
  test.each<[string, Vcpus, Variation, number, number, number, number]>([
    ['M/M/1 at 50 %', 1, 'exponential', 0.5, 200_000, timeInMMc(1, 0.5), 0.5],
    ['M/M/1 at 70 %', 1, 'exponential', 0.7, 300_000, timeInMMc(1, 0.7), 0.7],
    ['M/M/1 at 90 %', 1, 'exponential', 0.9, 1_500_000, timeInMMc(1, 0.9), 0.9],
    ['M/M/2 at 80 %', 2, 'exponential', 0.8, 600_000, timeInMMc(2, 1.6), erlangC(2, 1.6)],
    ['M/M/4 at 80 %', 4, 'exponential', 0.8, 600_000, timeInMMc(4, 3.2), erlangC(4, 3.2)],
    ['M/D/1 at 70 %', 1, 'fixed', 0.7, 300_000, timeInMG1(0.7, 0), 0.7],
    ['M/D/1 at 90 %', 1, 'fixed', 0.9, 800_000, timeInMG1(0.9, 0), 0.9],
    ['M/G/1 at 70 %, as the arena varies its work', 1, 'gamma', 0.7, 300_000, timeInMG1(0.7, 0.25), 0.7],
  ])('%s', (_name, vcpus, variation, load, counted, times, waits) => {
    const measured = measure(vcpus, variation, load, counted);
    within3Percent(measured.times, times);
    within3Percent(measured.waiting, waits);
    within3Percent(measured.present, measured.expectedPresent);
    expect(measured.lost).toBe(0);
  });
});

test.each<[number, number]>([
  [2, 0.8],
  [4, 0.8],
  [8, 0.8],
])('%d vCPUs at a load of %d keep waiting as many as Erlang C says, for as long', (vcpus, load) => {
  const cpu = new Cpu(vcpus);
  const random = new Random(5, vcpus);
  // Enough that chance alone leaves some 1 %.
  const arrivals = 1_000_000;
  let [at, waits, waited] = [0, 0, 0];
  for (let i = 0; i < arrivals; i++) {
    at += random.exponential() / (load * vcpus);
    const work = random.exponential();
    const wait = cpu.book(at, work) - work - at;
    if (wait > 1e-9) waits += 1;
    waited += wait;
  }
  within3Percent(waits / arrivals, erlangC(vcpus, load * vcpus));
  within3Percent(waited / arrivals, timeInMMc(vcpus, load * vcpus) - 1);
});
