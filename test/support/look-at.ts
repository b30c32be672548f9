import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const folder = join(__dirname, '../screenshots');

const everySize = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;

/** Sizes of screens that pages are looked at on, the smallest first. A wall of pixels costs seconds: `SCREENSHOTS=all` draws it too. */
const screenSizes = everySize.slice(0, process.env['SCREENSHOTS'] === 'all' ? everySize.length : 1);

/** Keeps what the page shows, on every size of screen, to be looked at. */
export async function keepLook(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const size of screenSizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}x${size.height}.png`) });
  }
  await page.setViewportSize(everySize[0]);
}

/** Serious things that whoever sees, hears or clicks differently would stumble over. @param within a selector; the rest was looked at before */
export async function barriersOn(page: Page, within = 'body'): Promise<string[]> {
  // Without it, every look opens another page.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(within).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${target.join(' ')}`));
}
