import { setTimeout as delay } from 'node:timers/promises';
import { liveRows } from '../../bin/live-rows';

/** Draws the rows of a deployment as on a terminal, one of each outcome. */
for (const each of [process.stdout, process.stderr]) each.isTTY = true;
/** Frames are drawn every tenth of a second; the first waits for the library to be loaded. */
const FRAME_MS = 1000;

async function draw(): Promise<void> {
  const rows = liveRows(['organizer (9)', 'blue (1)', 'red (2)']);
  rows.say(0, 'prepares the account');
  await delay(FRAME_MS);
  rows.say(1, '12 of 60 resources');
  await delay(FRAME_MS);
  rows.end(0, 'done', 'deployed');
  rows.end(2, 'failed', 'failed: no table');
  rows.end(1, 'done', 'deployed');
  await rows.settled;
}

void draw();
