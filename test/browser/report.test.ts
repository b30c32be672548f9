import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { reportPage } from '../../lib/report/page/report-page';
import { ensureChromium, launchChromium } from '../support/chromium';
import { exampleReport } from '../report/two-editions';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

jest.setTimeout(60_000);

const hostile = `<img src=x onerror="document.title=1">${'x'.repeat(60)}`;

let browser: Browser;
let pages: { readonly example: string; readonly hostile: string };
beforeAll(async () => {
  browser = await launchChromium((await ensureChromium())!);
  const { report, newest } = await exampleReport();
  const links = new Map([['cones-1', { page: 'postmortems/cones-1.html', text: 'postmortems/cones-1.md' }]]);
  const teams = report.teams.map((team) => ({ ...team, name: hostile }));
  const event = { ...newest.event, teams: newest.event.teams.map((team) => ({ ...team, name: hostile })) };
  pages = {
    example: reportPage(report, newest, links),
    hostile: reportPage({ ...report, teams }, { ...newest, event }, links),
  };
}, 60_000);
afterAll(() => browser.close());

test.each([
  ['a desk', 1280, 900, 'screen', 'light'],
  ['a desk in the dark', 1280, 900, 'screen', 'dark'],
  ['a telephone', 390, 844, 'screen', 'light'],
  ['paper', 660, 930, 'print', 'light'],
] as const)(
  'the report can be read on %s: nothing sticks out, nothing runs, nothing is asked for',
  async (name, width, height, media, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const tab = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.emulateMedia({ media, colorScheme });
    await tab.setContent(pages.example);
    await tab.screenshot({ path: join(screenshots, `report-on-${name.replaceAll(' ', '-')}.png`), fullPage: true });
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await tab.locator('article').count()).toBe(5);
    expect([asked, complaints]).toEqual([[], []]);
    await context.close();
  },
);

test.each(['light', 'dark'] as const)(
  'the %s page has no serious fault for those who see or hear it otherwise',
  async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const tab = await context.newPage();
    await tab.setContent(pages.example);
    // One of each kind stands for all: looking at each of a thousand bars and cells takes half a minute.
    await tab.evaluate(() => {
      for (const more of document.querySelectorAll(
        'article ~ article, svg * ~ rect, svg * ~ path, tbody tr ~ tr, .blank ~ .blank',
      ))
        more.remove();
    });
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  },
);

test('on A4 no table and no picture is cut off at the side, whatever a team is called', async () => {
  const tab = await browser.newPage({ viewport: { width: 658, height: 930 } });
  await tab.emulateMedia({ media: 'print' });
  await tab.setContent(pages.hostile);
  const tooWide = await tab.evaluate(
    () =>
      [...document.querySelectorAll('table, svg')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .length,
  );
  expect(tooWide).toBe(0);
  expect(await tab.title()).toBe('Ice Cream Sunday');
  const pdf = await tab.pdf({ format: 'A4' });
  writeFileSync(join(screenshots, 'report.pdf'), pdf);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await tab.close();
});
