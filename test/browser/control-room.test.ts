import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Office } from '../api/call';
import { someApiPages, type ApiPagesUnderTest } from '../support/api-page';
import type { BrowserPage } from '../support/browser-page';
import { aControlDay, hostile } from '../support/control-day';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

// A shared machine may be slow to draw a hundred rows at 8 million pixels.
jest.setTimeout(60_000);

let pages: ApiPagesUnderTest;
let opened: BrowserPage;
beforeAll(async () => {
  pages = await someApiPages();
}, 60_000);
afterAll(() => pages.close());
afterEach(() => opened.close());

/** The control room of an office, with an organizer in it. */
async function enter(office: Office, options: BrowserContextOptions = {}): Promise<Page> {
  pages.answerWith((request) => office.app.fetch(request));
  opened = await pages.open('control.html', { viewport: { width: 1280, height: 720 }, ...options });
  const { page, url } = opened;
  await page.goto(url);
  await page.locator('input[name=shown]').fill(office.secret);
  await page.keyboard.press('Enter');
  await page.getByRole('tablist').waitFor();
  return page;
}

const parts = ['Teams', 'Experiments', 'Repairs', 'Incidents', 'Questions', 'Rulings', 'Log', 'Problems'];
const keep = (page: Page, name: string) => page.screenshot({ path: join(screenshots, `control-${name}.png`) });
const show = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('tab', { name: part }).click();
  await page.getByRole('tabpanel').locator('table, ul, p').first().waitFor();
};

/** Serious things that whoever sees, hears or clicks differently would stumble over. @param within a selector; the rest was looked at before */
async function barriers(page: Page, within = 'body'): Promise<string[]> {
  // Without it, every look opens another page.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('a hundred teams, names and texts that are meant to do harm: all of it is text', async () => {
  const page = await enter(aControlDay(100));
  expect(await page.locator('tr[data-team]').count()).toBe(100);
  for (const part of parts) {
    await show(page, part);
    await keep(page, `${part.toLowerCase()}-1280`);
  }
  await show(page, 'Questions');
  await page.getByText(`May we? ${hostile}`).waitFor();
  expect(await page.title()).toBe('GameDay control room');
  expect(await page.locator('b').count()).toBe(0);
  expect(opened.complaints).toEqual([]);
});

test('no part of it is a barrier, in French', async () => {
  const page = await enter(aControlDay(4), { locale: 'fr' });
  await page.locator('.team-name').first().click();
  await page.getByText('Chaque ligne de son score').click();
  await page.locator('.team-detail .scroll td').first().waitFor();
  await keep(page, 'fr-ledger');
  expect(await barriers(page)).toEqual([]);
  // What the others show stands in these, too.
  for (const part of ['Expériences', 'Réparations', 'Incidents', 'Questions', 'Journal']) {
    await show(page, part);
    await keep(page, `fr-${part.toLowerCase()}`);
    expect([part, await barriers(page, '[role=tabpanel]')]).toEqual([part, []]);
  }
});

test.each([
  [1280, 720, 'en'],
  [1920, 1080, 'fr'],
  [3840, 2160, 'en'],
])(
  'at %ix%i the room fits the screen, and its head stays while a hundred teams scroll',
  async (width, height, lang) => {
    const page = await enter(aControlDay(100), { viewport: { width, height }, locale: lang });
    await page.locator('.tab-panel').evaluate((panel) => panel.scrollTo(0, 1e6));
    await keep(page, `scrolled-${width}`);
    const seen = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth > innerWidth,
      head: document.querySelector('.teams-table thead th')?.getBoundingClientRect().top ?? -1,
      panel: document.querySelector('.tab-panel')?.getBoundingClientRect().top ?? 0,
      down: document.documentElement.scrollHeight > innerHeight,
    }));
    expect(seen.sideways || seen.down).toBe(false);
    expect(Math.abs(seen.head - seen.panel)).toBeLessThan(4);
  },
);

test('the day is begun, broken and judged by keyboard, and what is dangerous is asked for once more', async () => {
  const office = aControlDay(4);
  office.log = [];
  office.rounds = [];
  office.now = office.event.startsAt - 60_000;
  const page = await enter(office);
  const written = () => office.log.map(({ type }) => type);
  const dialog = page.getByRole('dialog');
  const press = async (name: string, within: Page | typeof dialog = page) => {
    await within.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };

  await press('Start');
  await dialog.getByText('One thing is not ready.').waitFor();
  await dialog.getByText('nobody can connect to it').waitFor();
  await keep(page, 'start-1280');
  expect(await barriers(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(written()).toEqual([]);
  await press('Start');
  await press('Start', dialog);
  await page.getByText(/^Starts at/).waitFor();
  await keep(page, 'coming-1280');
  expect(written()).toEqual(['started']);

  office.now = office.event.startsAt + 120_000;
  // Within a second of the server’s clock the same reading serves everybody.
  office.realNow += 1000;
  await page.getByRole('button', { name: 'Pause', exact: true }).and(page.locator('[aria-disabled=false]')).waitFor();
  await page.getByRole('tab', { name: 'Teams' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Run…' }).first().focus();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Only these teams').focus();
  await page.keyboard.press('Space');
  await dialog.getByLabel('Green Herons 3').check();
  await keep(page, 'run-1280');
  expect(await barriers(page, 'dialog')).toEqual([]);
  await press('Break it now', dialog);
  await dialog.waitFor({ state: 'detached' });
  expect(office.log.at(-1)).toMatchObject({
    type: 'experiment-ordered',
    experiment: 'stop',
    team: 'team-2',
    seconds: 600,
  });

  await press('Stop all experiments');
  await press('Stop all experiments', dialog);
  await dialog.waitFor({ state: 'detached' });
  expect(office.log.at(-1)).toMatchObject({ type: 'stop-ordered' });

  await page.getByLabel('Announcement to everybody').fill('Lunch');
  await press('Announce');
  await page.locator('.announcements').getByText('Lunch').waitFor();
  await press('Reveal');
  await page.getByText('The audience’s view is not frozen.').waitFor();
  expect(await dialog.count()).toBe(0);
  await keep(page, 'refused-1280');
  expect(written()).toEqual(['started', 'experiment-ordered', 'stop-ordered', 'announced']);
});
