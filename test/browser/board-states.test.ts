import { join } from 'node:path';
import type { Snapshot } from '../../lib/core/view/snapshot';
import { aBoard, type BoardUnderTest } from '../support/board-page';
import type { BrowserPage } from '../support/browser-page';
import { loadedBytes } from '../support/loaded-bytes';
import { aSnapshot, revealed } from '../support/snapshots';

// Being stale takes seconds, by design.
jest.setTimeout(30_000);
const screenshots = join(__dirname, '../screenshots');
const viewport = { width: 1920, height: 1080 };

let board: BoardUnderTest;
let opened: BrowserPage;
beforeAll(async () => {
  board = await aBoard();
}, 60_000);
afterAll(() => board.close());
afterEach(() => opened.close());

async function look(snapshot: Snapshot | undefined): Promise<BrowserPage['page']> {
  board.show(snapshot);
  opened = await board.open({ viewport });
  await opened.page.goto(opened.url);
  return opened.page;
}
const keep = (name: string) => opened.page.screenshot({ path: join(screenshots, `${name}.png`) });
const inPhase = (snapshot: Snapshot, phase: Snapshot['clock']['phase']): Snapshot => ({
  ...snapshot,
  clock: { ...snapshot.clock, phase },
});

test('before the first answer the board is loading, and comes alive by itself', async () => {
  const page = await look(undefined);
  await page.locator('[data-screen=loading]').getByText('does not answer yet').waitFor();
  await keep('loading');
  board.show(aSnapshot());
  await page.locator('[data-freshness=live]').waitFor();
});

test('before the start it shows the name, the time left and the teams', async () => {
  const soon = new Date(Date.now() + 754_000).toISOString();
  const snapshot = inPhase(aSnapshot({ teams: 20, rounds: 0 }), 'waiting');
  const page = await look({ ...snapshot, event: { ...snapshot.event, startsAt: soon } });
  await page.getByRole('heading', { name: 'Spring GameDay' }).waitFor();
  await page.getByText(/^12:3\d$/).waitFor();
  expect(await page.locator('.still-teams').getByRole('listitem').count()).toBe(20);
  await keep('waiting');
});

test('cut off from the server for a minute it keeps the last standings, says how old they are, and recovers by itself', async () => {
  board.show(aSnapshot());
  opened = await board.open({ viewport });
  const { page, url } = opened;
  await page.clock.install();
  await page.goto(url);
  await page.locator('[data-freshness=live]').waitFor();
  board.show(undefined);
  await page.clock.runFor(60_000);
  await page.locator('[data-freshness=stale]').waitFor();
  await page.getByText(/^Standings from 5\d s ago$|^Standings from 1 min ago$/).waitFor();
  expect(await page.locator('.row').count()).toBe(4);
  await keep('stale');
  board.show(aSnapshot());
  await page.clock.runFor(11_000);
  await page.locator('[data-freshness=live]').waitFor();
  expect(await page.locator('.notice-stale').count()).toBe(0);
});

test('a frozen board says since when', async () => {
  const snapshot = aSnapshot({ rounds: 230 });
  const page = await look({ ...snapshot, freeze: { frozen: true, atSeconds: 13_500, revealed: false } });
  await page.getByText('Standings frozen at 3:45:00').waitFor();
  await keep('frozen');
});

test('when it is over the winner stands above the board', async () => {
  const snapshot = revealed(aSnapshot({ rounds: 240 }));
  const page = await look(snapshot);
  const winner = snapshot.teams[0]!.name;
  await page.locator('.notice-winner').getByText(winner).waitFor();
  await keep('ended');
});

test('a team’s name is text, whatever is in it', async () => {
  const hostile = '<img src=x onerror="document.title=\'taken\'"><b>Bold</b>';
  const snapshot = aSnapshot();
  const teams = snapshot.teams.map((team, i) => (i === 0 ? { ...team, name: hostile } : team));
  const news = [{ atSeconds: 1, kind: 'impact', team: null, text: hostile } as const];
  const page = await look({ ...snapshot, teams, news });
  await page.locator('.row-name').getByText(hostile, { exact: true }).waitFor();
  expect(await page.locator('#board img, #board b').count()).toBe(0);
  expect(await page.title()).toBe('GameDay scoreboard');
  await keep('hostile-name');
});

test('what a viewer loads is below 150 kB', async () => {
  const page = await look(aSnapshot());
  await page.locator('[data-screen=standings] canvas').waitFor();
  const bytes = await loadedBytes(page);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(150_000);
});

test('every verdict has a shape and a word besides its colour', async () => {
  const snapshot = aSnapshot({ teams: 5 });
  const verdicts = ['ok', 'degraded', 'faulty', 'down', 'unchecked'] as const;
  const page = await look({
    ...snapshot,
    teams: snapshot.teams.map((team, i) => ({ ...team, verdict: verdicts[i] ?? 'ok' })),
  });
  await page.locator('.row').nth(4).waitFor();
  expect(await page.locator('.verdict-word').allTextContents()).toEqual([
    'OK',
    'Degraded',
    'Faulty',
    'Down',
    'Unchecked',
  ]);
  const shapes = await page.locator('.verdict-shape').evaluateAll((all) => all.map((shape) => shape.innerHTML));
  expect(new Set(shapes).size).toBe(5);
  await keep('verdicts');
});

test('the clock is the server’s, also on a computer whose own is an hour off', async () => {
  board.show(aSnapshot({ rounds: 60 }));
  opened = await board.open({ viewport });
  const { page, url } = opened;
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await page.goto(url);
  await page.getByText(/^1:00:\d\d played$/).waitFor();
  await page.locator('[data-freshness=live]').waitFor();
});

test('a board of 100 turns by itself, and its leaders stay', async () => {
  board.show(aSnapshot({ teams: 100 }));
  opened = await board.open({ viewport });
  const { page, url } = opened;
  await page.clock.install();
  await page.goto(url);
  const ranks = () => page.locator('.row-rank').allTextContents();
  const eleventh = page.locator('.row').nth(10);
  await eleventh.waitFor();
  const before = await ranks();
  const other = page.locator(`:not([data-team=${await eleventh.getAttribute('data-team')}])`);
  await page.clock.fastForward(8000);
  await eleventh.and(other).waitFor();
  const after = await ranks();
  expect(after.slice(0, 10)).toEqual(before.slice(0, 10));
  expect(after.slice(10).filter((rank) => before.includes(rank))).toEqual([]);
});
