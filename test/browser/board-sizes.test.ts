import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { aBoard, type BoardUnderTest } from '../support/board-page';
import { aSnapshot } from '../support/snapshots';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

// A shared machine may be slow to draw 8 million pixels.
jest.setTimeout(30_000);

let board: BoardUnderTest;
beforeAll(async () => {
  board = await aBoard();
}, 60_000);
afterAll(() => board.close());

const sizes = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;
const longNames = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  event: { ...snapshot.event, name: 'The Great Northern Rental Takeover' },
  teams: snapshot.teams.map((team, i) => ({
    ...team,
    name: i % 2 === 0 ? `${team.name} of the Northern Platform Guild` : team.name,
  })),
});
const cases: readonly (readonly [string, Snapshot])[] = [
  ['4 teams', aSnapshot({ teams: 4 })],
  ['20 teams', aSnapshot({ teams: 20 })],
  ['100 teams', aSnapshot({ teams: 100 })],
  ['8 teams with long names', longNames(aSnapshot({ teams: 8 }))],
  ['20 teams with long names', longNames(aSnapshot({ teams: 20 }))],
  ['4 teams in the first minute', aSnapshot({ teams: 4, rounds: 0 })],
  ['20 teams, frozen and announced', frozenAndAnnounced(aSnapshot({ teams: 20, rounds: 220 }))],
  ['100 teams with everything at once', longNames(frozenAndAnnounced(aSnapshot({ teams: 100, rounds: 220 }), 12))],
];

describe.each(sizes)('at %dx%d', (width, height) => {
  test.each(cases)('%s can be read from the back of the room', async (name, snapshot) => {
    board.show(snapshot);
    const { page, url, complaints, close } = await board.open({ viewport: { width, height } });
    await page.goto(url);
    await page.locator('[data-screen=standings]').waitFor();
    await settle(page);
    await page.screenshot({ path: join(screenshots, `${name.replaceAll(/[ ,]+/g, '-')}-${width}x${height}.png`) });

    const seen = await page.evaluate(measure);
    expect(seen.scrolls).toBe(false);
    expect(seen.rows).toBe(Math.min(snapshot.teams.length, 20));
    expect(seen.cut).toEqual([]);
    expect(seen.smallestTextPx).toBeGreaterThanOrEqual(height / 50 - 0.01);
    expect(seen.graphs).toBe(snapshot.rounds > 0 ? 1 : 0);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('on a telephone the board scrolls down and never sideways', async () => {
  board.show(aSnapshot({ teams: 20 }));
  const { page, url, close } = await board.open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await page.goto(url);
  await page.locator('[data-screen=standings] canvas').waitFor();
  await settle(page);
  await page.screenshot({ path: join(screenshots, 'telephone.png'), fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await page.evaluate(measure)).cut).toEqual([]);
  await close();
});

function frozenAndAnnounced(snapshot: Snapshot, times = 1): Snapshot {
  const { eventSeconds } = snapshot.clock;
  const lunch = {
    atSeconds: eventSeconds - 30,
    kind: 'announcement',
    team: null,
    text: 'Prizes in the hall at five. '.repeat(times),
  } as const;
  return {
    ...snapshot,
    freeze: { frozen: true, atSeconds: eventSeconds - 300, revealed: false },
    news: [lunch, ...snapshot.news],
  };
}

/** Until nothing moves any more. */
function settle(page: Page): Promise<unknown> {
  return page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}

/** Runs in the page. `cut` names what does not fit into its row or onto the screen. */
function measure() {
  const shown = (element: Element) => element.getClientRects().length > 0;
  const withText = [...document.querySelectorAll('#board *')].filter(
    (element) =>
      shown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  const rows = [...document.querySelectorAll('.row')];
  const inRow = rows.flatMap((row) => {
    const box = row.getBoundingClientRect();
    return [...row.querySelectorAll('span, svg')]
      .filter(shown)
      .filter((part) => {
        const own = part.getBoundingClientRect();
        return own.top < box.top - 1 || own.bottom > box.bottom + 1 || own.right > box.right + 1;
      })
      .map((part) => `${row.getAttribute('data-team')}: ${part.className.toString() || part.tagName}`);
  });
  const graphs = [...document.querySelectorAll('.graph canvas')].map((canvas) => canvas.getBoundingClientRect());
  const page = document.documentElement;
  const [first] = rows;
  return {
    rows: rows.length,
    cut: first === undefined ? ['every row'] : inRow,
    scrolls: page.scrollWidth > innerWidth || page.scrollHeight > innerHeight,
    smallestTextPx: Math.min(...withText.map((element) => parseFloat(getComputedStyle(element).fontSize))),
    graphs: graphs.filter(({ width, height }) => width > innerWidth / 5 && height > innerHeight / 5).length,
  };
}
