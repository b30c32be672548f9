import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createAudienceApi } from '../../lib/api/audience-api';
import { snapshotOf, type Snapshot } from '../../lib/core/view/snapshot';
import { aBoard, type BoardUnderTest } from '../support/board-page';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from '../support/builders';
import { aSnapshot, revealed } from '../support/snapshots';

jest.setTimeout(60_000);
const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

/** A wall of pixels costs seconds: `SCREENSHOTS=all` draws it too. */
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
].slice(0, process.env['SCREENSHOTS'] === 'all' ? 3 : 1);

/** Ten rounds of two teams, one of which falls and recovers. */
const good = aRound({ fast: 60 });
const bad = aRound({ failed: 60 });
const event = anEvent({ freezeSeconds: 120 });
const rounds = someRounds({
  blue: Array.from({ length: 10 }, () => good),
  red: [good, good, bad, bad, good, good, good, good, good, good],
});
const log = someLog(declared('red', 150), anEntry('revealed', 600, {}));
const playedUntil = (seconds: number) => snapshotOf(event, rounds, log, at(seconds), { asOf: Date.now(), speed: 0 });
let now = 420;
const api = createAudienceApi({
  event,
  records: {
    rounds: () => Promise.resolve(rounds),
    log: () => Promise.resolve(log),
    append: () => Promise.resolve(false),
  },
  clock: { now: () => at(now), realNow: () => Date.now(), speed: () => 0 },
  secure: false,
  failed: (error) => {
    throw error;
  },
});

let board: BoardUnderTest;
let page: Page;
let complaints: readonly string[];
let close: () => Promise<void>;
beforeAll(async () => {
  board = await aBoard((request) => api.fetch(request));
}, 60_000);
afterAll(() => board.close());
afterEach(() => close());

async function look(snapshot: Snapshot, query = ''): Promise<void> {
  board.show(snapshot);
  const opened = await board.open({ viewport: sizes[0]!, reducedMotion: 'reduce' });
  ({ page, complaints, close } = opened);
  await page.clock.install();
  await page.goto(opened.url + query);
}

/** Kept to be looked at; what cannot be read, or by whom, is found here. */
async function judge(name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(screenshots, `show-${name}-${size.width}x${size.height}.png`) });
    const seen = await page.evaluate(measure);
    expect({ name, ...size, ...seen }).toEqual({ name, ...size, scrolls: false, small: [], outside: [] });
  }
  await page.setViewportSize(sizes[0]!);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(complaints).toEqual([]);
}

/** Runs in the page: whether it scrolls, what is written too small to be read, and what does not fit into its part of the screen. */
function measure() {
  const shown = [...document.querySelectorAll('#board *')].filter((element) => element.getClientRects().length > 0);
  const texts = shown.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  const named = (element: Element): string => element.className.toString() || element.tagName;
  const within = (element: Element): boolean => {
    const part = element.closest('.slot, .reveal, .still, .dock');
    if (part === null) return true;
    const [own, box] = [element.getBoundingClientRect(), part.getBoundingClientRect()];
    return own.bottom <= box.bottom + 1 && own.right <= box.right + 1;
  };
  return {
    scrolls: document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight,
    small: texts.filter((each) => parseFloat(getComputedStyle(each).fontSize) < innerHeight / 50 - 0.01).map(named),
    outside: texts.filter((element) => !within(element) && !element.closest('.still-teams, .reveal-behind')).map(named),
  };
}

const live = aSnapshot({ teams: 8, rounds: 120 });
const frozen: Snapshot = {
  ...aSnapshot({ teams: 20, rounds: 220 }),
  freeze: { frozen: true, atSeconds: 13_200, revealed: false },
};
const result = revealed(aSnapshot({ teams: 8, rounds: 240 }));
const soon = (): Snapshot => ({
  ...aSnapshot({ teams: 20, rounds: 0 }),
  event: { ...live.event, startsAt: new Date(Date.now() + 754_000).toISOString() },
  clock: { ...live.clock, phase: 'waiting', eventSeconds: 0 },
});
const step = (kind: string): Promise<void> => page.locator(`[data-step=${kind}]`).waitFor();

test('the welcome tells the rules by the event’s own numbers, and the time left', async () => {
  await look(soon());
  await page.getByText('served correctly within 300 ms it earns 1, within 1 s 0.5').waitFor();
  await page.getByText('The standings freeze 15 min before the end').waitFor();
  await judge('welcome');
});

test('in French nothing is left in English but what others wrote', async () => {
  await look(soon(), '?lang=fr');
  await page.getByText('servie correctement en 300 ms, elle rapporte 1, en 1 s 0,5').waitFor();
  await judge('welcome-french');
  board.show(frozen);
  await page.clock.runFor(2000);
  await page.getByText('Classement figé à 3:40:00').waitFor();
  await judge('freeze-french');
});

test('a spotlight stands for a while, then the timeline of incidents is back', async () => {
  await look({ ...live, spotlights: [{ kind: 'recovered', team: 'team002', round: 119, value: 420 }] });
  await page.getByText('is the first to recover, after 7 min').waitFor();
  await judge('spotlight');
  await page.clock.runFor(7000);
  await page.getByRole('region', { name: 'Incidents' }).waitFor();
  expect(await page.getByRole('img', { name: /not declared/ }).count()).toBeGreaterThan(0);
  await judge('live');
});

test('a freeze tells what can still happen, and drops the spotlight', async () => {
  await look({ ...live, spotlights: [{ kind: 'gained', team: 'team002', round: 119, value: 420 }] });
  await page.getByText('won the most points').waitFor();
  board.show(frozen);
  await page.clock.runFor(2000);
  await page.locator('.notice-freeze').waitFor();
  expect(await page.locator('.spotlight').count()).toBe(0);
  for (let turn = 0; turn < 12 && (await page.locator('.freeze-panel').count()) === 0; turn += 1) {
    await page.clock.runFor(2000);
  }
  await page.getByText(/^Still to be won: up to .* points a team/).waitFor();
  await judge('freeze');
});

test('a page that saw the play reveals from last to first by itself, with keys to pause, step and skip', async () => {
  await look(frozen);
  await page.locator('[data-screen=standings]').waitFor();
  board.show(result);
  await page.clock.runFor(2000);
  await step('intro');
  await judge('reveal-intro');
  await page.clock.runFor(4000);
  await step('place');
  const place = page.locator('.reveal-name');
  expect(await place.textContent()).toBe(result.teams[7]!.name);

  await page.keyboard.press('Space');
  await page.clock.runFor(20_000);
  expect(await place.textContent()).toBe(result.teams[7]!.name);
  for (let next = 0; next < 3; next += 1) await page.keyboard.press('ArrowRight');
  expect(await place.textContent()).toBe(result.teams[4]!.name);
  await judge('reveal-place');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  expect(await page.locator('.podium-3 .podium-name').textContent()).toBe(result.teams[2]!.name);
  expect(await page.locator('.podium-1 .podium-name').textContent()).toBe('?');
  await judge('podium-third');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.podium-1 .podium-name').textContent()).toBe(result.teams[0]!.name);
  await judge('podium');
  for (let next = 0; next < 5; next += 1) await page.keyboard.press('ArrowRight');
  await page.getByText('Nobody this time').waitFor();
  await judge('awards');
  await page.keyboard.press('Escape');
  await page.locator('.notice-winner').waitFor();
});

test('a page that is opened when all is known starts at the end, and can show the reveal', async () => {
  await look(result);
  await page.locator('.notice-winner').getByText(result.teams[0]!.name).waitFor();
  for (let turn = 0; turn < 12 && (await page.locator('.awards-list').count()) === 0; turn += 1) {
    await page.clock.runFor(2000);
  }
  await judge('final');
  await page.getByRole('button', { name: 'Show the reveal again' }).click();
  await step('intro');
});

test('somebody looks back with the keyboard alone, plays it again, and is back at now', async () => {
  now = 420;
  await look(playedUntil(now));
  await page.locator('[data-screen=standings]').waitFor();
  const scrubber = page.getByRole('slider', { name: 'Moment of the event' });
  await scrubber.focus();
  for (let rounds = 0; rounds < 3; rounds += 1) await page.keyboard.press('ArrowLeft');
  await page.clock.runFor(100);
  await page.getByText('Looking back').waitFor();
  await page.getByText('04:00 played').waitFor();
  expect(await page.locator('[data-team=red] .verdict-word').textContent()).toBe('Down');
  await judge('replay');
  await page.getByRole('button', { name: 'Play', exact: true }).press('Enter');
  for (let turn = 0; turn < 30 && (await page.getByText('Looking back').count()) > 0; turn += 1) {
    await page.clock.runFor(200);
    await page.waitForLoadState('networkidle');
  }
  await page.getByText('07:00 played').waitFor();
  expect(await page.locator('[data-team=red] .verdict-word').textContent()).toBe('OK');
});
