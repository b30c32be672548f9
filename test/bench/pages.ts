import type { Snapshot } from '../../lib/core/view/snapshot';
import { aBoard, type BoardUnderTest } from '../support/board-page';
import { loadedBytes } from '../support/loaded-bytes';
import { aSnapshot } from '../support/snapshots';
import { figure, type Figure } from './figure';
import { framesPerSecond } from './frames';

const viewport = { width: 1920, height: 1080 };
const RUNS = 5;
const MOVES = 10;
/** The page asks once a second, and teams travel for less. */
const MOVE_MS = 1500;

/** What a viewer of the scoreboard downloads, when the first of it stands, and how smoothly a hundred teams change places. */
export async function benchPages(): Promise<Figure[]> {
  const board = await aBoard();
  try {
    const before = aSnapshot({ teams: 100, rounds: 120 });
    board.show(before);
    const seen = await firstPaints(board);
    const frames = await movingFrames(board, before);
    return [
      figure('board, compressed', 'kB', [seen.bytes / 1000], 'below 150'),
      figure('board of 100 teams, first paint', 'ms', seen.paintsMs, 'below 1,000'),
      figure('board of 100 teams, frames while ranks move', '1/s', frames, '60'),
    ];
  } finally {
    await board.close();
  }
}

async function firstPaints(board: BoardUnderTest): Promise<{ readonly bytes: number; readonly paintsMs: number[] }> {
  const paintsMs: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { page, url, close } = await board.open({ viewport });
    await page.goto(url);
    await page.locator('.row').first().waitFor();
    bytes = await loadedBytes(page);
    paintsMs.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime));
    await close();
  }
  return { bytes, paintsMs };
}

/** Everybody changes places with everybody, again and again. */
async function movingFrames(board: BoardUnderTest, before: Snapshot): Promise<readonly number[]> {
  const after: Snapshot = {
    ...before,
    teams: [...before.teams].reverse().map((team, index) => ({ ...team, rank: index + 1 })),
  };
  const { page, url, close } = await board.open({ viewport });
  await page.goto(url);
  await page.locator('.row').nth(19).waitFor();
  const frames = await framesPerSecond(page, async () => {
    for (let move = 0; move < MOVES; move += 1) {
      board.show(move % 2 === 0 ? after : before);
      await page.waitForTimeout(MOVE_MS);
    }
  });
  await close();
  return frames;
}
