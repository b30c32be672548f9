/** Erlang B: share of arrivals that are turned away by `c` servers without a queue, at `a` erlang. */
export function erlangB(c: number, a: number): number {
  let blocked = 1;
  for (let k = 1; k <= c; k++) blocked = (a * blocked) / (k + a * blocked);
  return blocked;
}

/** Erlang C: share of arrivals that have to wait for one of `c` servers, at `a` erlang. */
export function erlangC(c: number, a: number): number {
  const blocked = erlangB(c, a);
  return blocked / (1 - (a / c) * (1 - blocked));
}

/** Mean time in an M/M/c system, in service times. */
export const timeInMMc = (c: number, a: number): number => 1 + erlangC(c, a) / (c - a);

/** Mean time in an M/G/1 system, in service times, by Pollaczek and Khinchine. @param variation squared coefficient of variation of the service */
export const timeInMG1 = (load: number, variation: number): number => 1 + (load * (1 + variation)) / (2 * (1 - load));

/** Share of arrivals that are turned away by one server with room for `k`, the one in service included. */
export const lossOfMM1K = (k: number, load: number): number => ((1 - load) * load ** k) / (1 - load ** (k + 1));

/** Mean number in that system. */
export const presentInMM1K = (k: number, load: number): number =>
  load / (1 - load) - ((k + 1) * load ** (k + 1)) / (1 - load ** (k + 1));
