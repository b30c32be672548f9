import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { incidentsOf } from '../../lib/core/incidents/incidents';
import { outcomesOf } from '../../lib/core/incidents/outcomes';
import { htmlOf } from '../../lib/postmortem/html';
import { postMortemOf } from '../../lib/postmortem/post-mortem';
import { anExperiment } from '../support/an-experiment';
import { ensureChromium, launchChromium } from '../support/chromium';
import { dayEvent, playedDay, scriptedDay, updated } from '../support/incident-day';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

jest.setTimeout(30_000);

const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>\nA second line. '.repeat(3);

/** The page of an incident in which a team wrote whatever it liked. */
function page(): string {
  const name = `Whales ${'of the Northern Platform Guild '.repeat(4)}${'x'.repeat(60)}`;
  const event = { ...dayEvent, teams: dayEvent.teams.map((team) => (team.id === 'blue' ? { ...team, name } : team)) };
  const game = playedDay(scriptedDay.teams, ...scriptedDay.log, updated('blue', 210, hostile, 'external'));
  const teams = incidentsOf(event, game);
  const cards = [anExperiment()];
  const evidence = { event, game, teams, cards, outcomes: outcomesOf(event, game, teams, cards) };
  return htmlOf(postMortemOf(teams[0]!.incidents[0]!, evidence));
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium((await ensureChromium())!);
}, 60_000);
afterAll(() => browser.close());

test.each([
  ['a desk', 1280, 900, 'screen'],
  ['a telephone', 390, 844, 'screen'],
  ['paper', 660, 930, 'print'],
] as const)(
  'a post-mortem can be read on %s: nothing sticks out, nothing runs, nothing is asked for',
  async (name, width, height, media) => {
    const tab = await browser.newPage({ viewport: { width, height } });
    const asked: string[] = [];
    const complaints: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.emulateMedia({ media });
    await tab.setContent(page());
    await tab.screenshot({ path: join(screenshots, `post-mortem-on-${name.replace(' ', '-')}.png`), fullPage: true });
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await tab.title()).toContain('Post-mortem: incident 1');
    expect(await tab.locator('section').count()).toBe(9);
    expect(await tab.locator('svg .bad').count()).toBe(3);
    expect([asked, complaints]).toEqual([[], []]);
    await tab.close();
  },
);

test('in the dark its words still stand out from the ground', async () => {
  const tab = await browser.newPage({ colorScheme: 'dark' });
  await tab.setContent(page());
  const [ink, ground] = await tab.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor].map((text) => /\d+/.exec(text)?.[0]).map(Number);
  });
  expect(ink! - ground!).toBeGreaterThan(150);
  await tab.close();
});
