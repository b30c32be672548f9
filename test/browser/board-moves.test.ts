import type { Snapshot } from '../../lib/core/view/snapshot';
import { aBoard, type BoardUnderTest } from '../support/board-page';
import { aSnapshot } from '../support/snapshots';

jest.setTimeout(30_000);

let board: BoardUnderTest;
beforeAll(async () => {
  board = await aBoard();
}, 60_000);
afterAll(() => board.close());

const before = aSnapshot();
const after = lastBecomesFirst(before);
const last = before.teams.at(-1)!.id;

function lastBecomesFirst(snapshot: Snapshot): Snapshot {
  const [first, ...others] = [...snapshot.teams].reverse();
  const order = [first!, ...others.reverse()];
  return { ...snapshot, teams: order.map((team, i) => ({ ...team, previousRank: team.rank, rank: i + 1 })) };
}

/** Which teams are travelling, watched from before the change until the new order stands. */
async function travellers(reducedMotion: 'reduce' | 'no-preference'): Promise<string[]> {
  board.show(before);
  const { page, url, close } = await board.open({ viewport: { width: 1280, height: 720 }, reducedMotion });
  await page.goto(url);
  await page.locator('.row').nth(3).waitFor();
  const top = () => page.locator(`[data-team=${last}]`).evaluate((row) => row.getBoundingClientRect().top);
  const topBefore = await top();
  board.show(after);
  const seen = await page.evaluate(
    (team) =>
      new Promise<string[]>((resolve) => {
        const look = () => {
          if (document.querySelector('.row')?.getAttribute('data-team') !== team) return requestAnimationFrame(look);
          const moving = document.getAnimations().map(({ effect }) => effect as KeyframeEffect);
          const travelling = moving.filter((effect) =>
            effect.getKeyframes().some((frame) => frame['transform'] !== undefined),
          );
          return resolve(travelling.map((effect) => effect.target?.getAttribute('data-team') ?? ''));
        };
        look();
      }),
    last,
  );
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  expect(await top()).toBeLessThan(topBefore);
  await close();
  return seen.sort();
}

test('teams that overtake are seen to travel to their new places', async () => {
  expect(await travellers('no-preference')).toEqual(before.teams.map((team) => team.id).sort());
});

test('a viewer who wants less motion sees the new order at once', async () => {
  expect(await travellers('reduce')).toEqual([]);
});
