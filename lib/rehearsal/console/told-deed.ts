import type { LogEntry, SettingChange } from '../../core/records/records';
import { words } from './setting-kind';

/** What somebody did to a team's architecture, in words; undefined for anything else. */
export function toldDeed(entry: LogEntry): string | undefined {
  switch (entry.type) {
    case 'seat':
      return entry.taken ? 'took the team over from its bot' : 'gave the team back to its bot';
    case 'settings-changed':
      return entry.changes.map(toldChange).join('; ');
    case 'resource-created':
      return `created ${entry.resource} (${entry.creation}) of ${entry.of}`;
    case 'resource-deleted':
      return `deleted ${entry.resource}`;
    case 'operated':
      return `${entry.operation} ${entry.on}`;
    case 'repair-made':
      return 'changed something';
    default:
      return undefined;
  }
}

const toldChange = ({ resource, path, value }: SettingChange): string =>
  `${resource} ${path.join('.')} ${value === undefined ? 'is no longer set' : `= ${words(value)}`}`;
