import type { App } from 'aws-cdk-lib';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GameDayEvent } from '../../lib/core/event/event';
import type { OrganizerPrograms } from '../../lib/stacks/organizer-programs';
import { OrganizerStack } from '../../lib/stacks/organizer-stack';

/** The organizer's stack around programs that do nothing, so that no test of the stack waits for bundling. */
export function organizerStack(event: GameDayEvent, app: App): OrganizerStack {
  const folder = mkdtempSync(join(tmpdir(), 'idle-programs-'));
  try {
    return new OrganizerStack(app, { event, programs: idlePrograms(folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function idlePrograms(folder: string): OrganizerPrograms {
  const write = (path: string, content: string): string => {
    writeFileSync(join(folder, path), content);
    return join(folder, path);
  };
  for (const each of ['pages', 'scorer', 'conductor', 'api']) mkdirSync(join(folder, each));
  write('pages/index.html', '<!doctype html>');
  for (const each of ['scorer', 'conductor', 'api']) write(`${each}/index.js`, 'exports.handler = async () => {};');
  return {
    pages: join(folder, 'pages'),
    scorer: join(folder, 'scorer'),
    conductor: join(folder, 'conductor'),
    api: join(folder, 'api'),
    load: { program: write('main.js', ''), script: write('k6-script.js', 'export default () => {};') },
  };
}
