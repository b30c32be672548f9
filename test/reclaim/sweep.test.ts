import type { Kind } from '../../lib/reclaim/kind';
import { release, sweep } from '../../lib/reclaim/sweep';

/** A kind whose things go by these rules. @param refusing why a thing does not go now; undefined when it goes */
function aKind(type: string, ids: string[], refusing: (id: string) => string | undefined = () => undefined) {
  const things = new Set(ids);
  const kind: Kind = {
    ...{ service: 'any', type, region: 'eu-west-1' },
    list: () => Promise.resolve([...things].map((id) => ({ id }))),
    remove: (id) => {
      const why = refusing(id);
      if (why !== undefined) return Promise.reject(new Error(why));
      things.delete(id);
      return Promise.resolve();
    },
  };
  return { kind, things };
}

function patience() {
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  return { waits, options: { wait, patienceMs: 30_000, onProgress: () => undefined } };
}

test('what others need goes in a later pass, whatever the order of kinds', async () => {
  const leaf = aKind('leaf', ['a']);
  const root = aKind('root', ['r'], () => (leaf.things.size > 0 ? 'DependencyViolation' : undefined));
  const { options } = patience();
  const refusals = await sweep([root.kind, leaf.kind], options);
  expect([root.things.size, leaf.things.size, refusals.size]).toEqual([0, 0, 0]);
});

test('it gives up when nothing more goes for as long as it has patience, and tells why each thing stays', async () => {
  const stuck = aKind('stuck', ['s'], () => 'it is locked');
  const { waits, options } = patience();
  const refusals = await sweep([stuck.kind, aKind('loose', ['l']).kind], options);
  expect([...refusals]).toEqual([['any stuck eu-west-1 s', 'it is locked']]);
  const waited = waits.reduce((sum, ms) => sum + ms, 0);
  expect(waited).toBeGreaterThan(options.patienceMs);
  expect(waited).toBeLessThan(3 * options.patienceMs);
});

test('it goes on for as long as things go, however slowly', async () => {
  let asked = 0;
  const slow = aKind('slow', ['1', '2', '3', '4', '5'], () => (++asked % 4 === 0 ? undefined : 'still going'));
  const { waits, options } = patience();
  const patienceMs = 50_000;
  await sweep([slow.kind], { ...options, patienceMs });
  expect(slow.things.size).toBe(0);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(patienceMs);
});

test('what belongs to a clean account is neither released nor removed', async () => {
  const asked: string[] = [];
  const kind: Kind = {
    ...{ service: 'iam', type: 'role', region: 'global' },
    list: () => Promise.resolve([{ id: 'ours', belongs: 'ours' }]),
    release: (id) => Promise.resolve(void asked.push(id)),
    remove: (id) => Promise.resolve(void asked.push(id)),
  };
  await release([kind]);
  await sweep([kind], patience().options);
  expect(asked).toEqual([]);
});

test('a thing whose protection cannot be taken off is asked to go all the same, and does not keep others', async () => {
  const loose = aKind('loose', ['l']);
  const kind: Kind = { ...loose.kind, release: () => Promise.reject(new Error('not protected')) };
  await release([kind]);
  await sweep([kind], patience().options);
  expect(loose.things.size).toBe(0);
});
