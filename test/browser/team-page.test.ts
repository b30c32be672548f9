import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Measurement } from '../../lib/core/records/records';
import { Office } from '../api/call';
import { someApiPages, type ApiPagesUnderTest } from '../support/api-page';
import type { BrowserPage } from '../support/browser-page';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from '../support/builders';

const screenshots = join(__dirname, '../screenshots');
mkdirSync(screenshots, { recursive: true });

jest.setTimeout(40_000);

let pages: ApiPagesUnderTest;
let opened: BrowserPage;
beforeAll(async () => {
  pages = await someApiPages();
}, 60_000);
afterAll(() => pages.close());
afterEach(() => opened.close());

const PLAYED = 95;
const hostile = '<img src=x onerror="document.title=\'taken\'"><b>Bold</b>';

/** A minute of a team that was served badly for a while, in a day whose traffic grows. */
function aMinute(round: number): Measurement {
  const wave = Math.round(6 * Math.sin(round / 5));
  const bad = (round >= 40 && round < 52) || round >= PLAYED - 5;
  const counts = bad ? { fast: 30, slow: 40, failed: 50 } : { fast: 108 - wave, acceptable: 12 + wave };
  const latency = bad ? { p50Ms: 900, p95Ms: 2600 } : { p50Ms: 90 + wave * 4, p95Ms: 260 + wave * 12 };
  return aRound({ ...counts, ...latency, spendUsdPerHour: 0.3 + round / 400 });
}

/** An office in the middle of such a day, in which everything that people write is meant to do harm. */
function aDay(): Office {
  const event = anEvent({
    name: 'Spring GameDay',
    durationSeconds: 14_400,
    teams: [
      { id: 'blue', name: hostile, account: '111111111111' },
      { id: 'red', name: 'Red Foxes', account: '222222222222' },
    ],
    traffic: [
      { atSeconds: 0, stepsPerSecond: 1 },
      { atSeconds: 14_400, stepsPerSecond: 8 },
    ],
  });
  const office = new Office({
    event,
    account: () =>
      Promise.resolve({
        resources: [
          { kind: 'instance', id: 'i-0abc', type: 't3.small', zone: 0, surplusCreditsPerHour: 0 },
          { kind: 'task', id: 'task-1', processor: 'x86', vcpu: 0.25, memoryGib: 0.5, zone: 1 },
          { kind: 'load-balancer', id: 'front', type: 'application' },
          { kind: 'table', id: 'bookings', mode: 'on-demand', readsPerHour: 1, writesPerHour: 1 },
        ],
        changes: [{ atSeconds: 5600, who: 'blue/somebody', what: `ModifyInstanceAttribute ${hostile}` }],
      }),
    testJourney: () =>
      Promise.resolve([
        { name: 'listing', class: 'fast' as const, latencyMs: 41 },
        { name: 'booking', class: 'faulty' as const, latencyMs: undefined },
      ]),
  });
  office.rounds = someRounds({ blue: Array.from({ length: PLAYED }, (_, round) => aMinute(round)) });
  const asked = anEntry(
    'asked',
    3000,
    { team: 'blue', text: `May we? ${hostile}` },
    { id: 'question', by: 'team:blue' },
  );
  office.log = someLog(
    anEntry('announced', 1200, { text: `Lunch at noon ${hostile}` }),
    asked,
    anEntry('answered', 3100, { to: 'question', text: `You may. ${hostile}`, public: true }),
    anEntry('adjusted', 3200, { team: 'blue', points: 5, reason: hostile }),
  );
  office.now = at(PLAYED * 60 + 10);
  office.realNow = Date.now();
  return office;
}

/** The page of the team, logged in by its code. */
async function look(office: Office, options: BrowserContextOptions = {}): Promise<Page> {
  pages.answerWith((request) => office.app.fetch(request));
  opened = await pages.open('team.html', options);
  const { page, url } = opened;
  await page.goto(url);
  await page.getByRole('textbox').fill(await office.desk.code('blue'));
  await page.keyboard.press('Enter');
  await page.locator('main.team').waitFor();
  return page;
}

async function seriousOn(page: Page): Promise<readonly unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.each([
  ['a telephone', 390, 844],
  ['a laptop', 1280, 720],
  ['a desk', 1920, 1080],
])(
  'on %s everything can be read and reached, and nothing that anybody wrote is more than text',
  async (_on, width, height) => {
    const page = await look(aDay(), { viewport: { width, height }, reducedMotion: 'reduce' });
    await page.locator('figure canvas').nth(3).waitFor();
    await part(page, 'In your account').getByText('i-0abc').waitFor();
    await page.screenshot({ path: join(screenshots, `team-${width}x${height}.png`), fullPage: true });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.getByRole('heading', { level: 1 }).getByText(hostile, { exact: true }).waitFor();
    for (const words of ['Lunch at noon', 'May we?', 'You may.', 'ModifyInstanceAttribute']) {
      await page.getByText(`${words} ${hostile}`).first().waitFor();
    }
    expect(await page.locator('#team img, #team b').count()).toBe(0);
    expect(await page.title()).toBe('GameDay team');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(opened.complaints).toEqual([]);
  },
);

test('an incident is declared, talked about and called over with the keyboard alone, and its price is said before', async () => {
  const office = aDay();
  const page = await look(office, { viewport: { width: 1280, height: 720 } });
  const incident = part(page, 'Incident');
  const declare = incident.getByRole('button', { name: 'Declare an incident' });
  await declare.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Declare an incident' });
  await dialog.getByText(/this is a false alarm and costs [1-9]/).waitFor();
  await page.keyboard.press('Escape');
  expect(await declare.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.type(hostile);
  await page.screenshot({ path: join(screenshots, 'team-declare.png') });
  expect(await seriousOn(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await incident.getByText(/^⚑ Declared at 1:35/).waitFor();
  office.now += 1000;
  expect(await declare.count()).toBe(0);

  await incident.getByLabel('Say how it stands').waitFor();
  await page.keyboard.type('We add a second one');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await incident.getByText('We add a second one').waitFor();
  office.now += 1000;
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await incident.getByText('Said to be over').waitFor();
  await page.screenshot({ path: join(screenshots, 'team-incident.png') });
  expect(office.log.slice(-3)).toMatchObject([
    { type: 'incident-declared', team: 'blue', text: hostile },
    { type: 'incident-updated', text: 'We add a second one', audience: 'external' },
    { type: 'incident-resolved' },
  ]);
  expect(await page.locator('#team img').count()).toBe(0);
});

test('hints, questions, addresses, a test customer and credentials do what they say or tell why not, in French too', async () => {
  const office = aDay();
  const page = await look(office, { viewport: { width: 1920, height: 1080 }, locale: 'fr-FR' });

  const hints = part(page, 'Indices');
  await hints.getByText('everything stops at once').click();
  await hints.getByRole('button', { name: 'Ouvrir l’indice 1' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^Il coûte 135,0 points/)
    .waitFor();
  office.closed = true;
  await page.getByRole('button', { name: 'L’ouvrir' }).click();
  await page.getByRole('dialog').getByRole('alert').getByText('The records of this GameDay are closed.').waitFor();
  office.closed = false;
  await page.getByRole('button', { name: 'L’ouvrir' }).click();
  await hints.getByText('count').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Indice 1: count');

  await page.getByLabel('Demander aux organisateurs').fill('Combien de temps ?');
  await page.getByRole('button', { name: 'Demander', exact: true }).click();
  await page.getByText('Combien de temps ?').waitFor();

  const endpoint = part(page, 'Par où entrent les clients');
  await endpoint.getByRole('textbox').fill('http://nowhere.example/');
  await endpoint.getByRole('button', { name: 'Enregistrer' }).click();
  await endpoint.getByRole('alert').getByText('There is no such host.').waitFor();
  await endpoint.getByRole('textbox').fill('http://blue.example/');
  await endpoint.getByRole('button', { name: 'Enregistrer' }).click();
  await endpoint.locator('code', { hasText: 'http://blue.example' }).waitFor();
  await endpoint.getByRole('button', { name: 'Me tester maintenant' }).click();
  await endpoint.getByText('✗ réponse fausse').waitFor();

  await page.getByRole('button', { name: 'Obtenir un accès à la console' }).click();
  const link = page.getByRole('link', { name: 'Ouvrir la console AWS' });
  expect(await link.getAttribute('href')).toBe('https://signin.example/ASIA111111111111');
  await page.getByRole('button', { name: 'Obtenir des identifiants' }).click();
  await page.getByText("export AWS_ACCESS_KEY_ID='ASIA111111111111'").waitFor();
  await page.screenshot({ path: join(screenshots, 'team-french.png'), fullPage: true });
  await page.getByRole('button', { name: 'Cacher pour de bon' }).click();
  expect(await page.content()).not.toContain('AWS_SECRET_ACCESS_KEY');
  expect(page.url()).not.toMatch(/ASIA|secret|token/i);

  await page.getByRole('button', { name: 'Toutes les lignes', exact: true }).click();
  await page.getByText('Round 0:').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

test('cut off from the server it says how old everything is, and recovers by itself', async () => {
  const office = aDay();
  pages.answerWith((request) => office.app.fetch(request));
  const page = await look(office);
  await page.clock.install();
  await page.reload();
  await page.locator('main.team').waitFor();
  await page.context().setOffline(true);
  await page.clock.runFor(40_000);
  await page.getByText(/^No answer for (3\d|40) s/).waitFor();
  await page.screenshot({ path: join(screenshots, 'team-offline.png') });
  await page.context().setOffline(false);
  await page.clock.runFor(15_000);
  await page.locator('.connection-age').waitFor({ state: 'detached' });
});

test('before the start it says so, and offers nothing that only counts while the event plays', async () => {
  const office = aDay();
  office.rounds = [];
  office.log = [];
  office.now = at(-600);
  const page = await look(office, { viewport: { width: 1280, height: 720 } });
  await page.getByText('Not started yet').waitFor();
  expect(await page.getByRole('button', { name: 'Declare an incident' }).isDisabled()).toBe(true);
  await page.getByText('everything stops at once').click();
  expect(await page.getByRole('button', { name: 'Open hint 1' }).isDisabled()).toBe(true);
  await page.screenshot({ path: join(screenshots, 'team-waiting.png') });

  office.log.push(anEntry('announced', -600, { text: 'Doors open' }));
  await page.locator('.masthead').getByText('Doors open').waitFor();
});

test('whoever’s session is over is asked for the code again, and told when it is wrong', async () => {
  const page = await look(aDay());
  await page.context().clearCookies();
  await page.getByText('Your session is over. Log in again.').waitFor();
  await page.getByLabel('Code of your team').fill('WRONG');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('Your session is over').waitFor({ state: 'detached' });
  expect(await page.getByRole('alert').textContent()).toMatch(/code/i);
  await page.screenshot({ path: join(screenshots, 'team-login.png') });
  expect(await seriousOn(page)).toEqual([]);
});
