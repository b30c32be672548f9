import type { App } from 'aws-cdk-lib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GameDayEvent } from '../core/event/event';
import { buildOrganizerPrograms } from './organizer-programs';
import { OrganizerStack } from './organizer-stack';

/** Builds the organizer's programs and adds their stack. @throws GameDayError `BadFile` when the pages do not build */
export async function addOrganizer(app: App, event: GameDayEvent): Promise<OrganizerStack> {
  const folder = mkdtempSync(join(tmpdir(), 'gameday-programs-'));
  try {
    return new OrganizerStack(app, {
      event,
      programs: await buildOrganizerPrograms(event.scenario, folder),
    });
  } finally {
    // Assets were copied into the cloud assembly when they were made.
    rmSync(folder, { recursive: true, force: true });
  }
}
