import type { ConsolePort } from '../../lib/api/console-port';
import type { Undated } from '../../lib/api/write';

/** The console of an architecture that takes everything. */
export const aConsole: ConsolePort = {
  sight: () => Promise.resolve({ player: 'person', services: [], resources: [], servers: [], changes: [] }),
  decide: ({ id: team }, { kind, ...wish }) => {
    const types = {
      seat: 'seat',
      change: 'settings-changed',
      create: 'resource-created',
      delete: 'resource-deleted',
      operate: 'operated',
    } as const;
    const resource = kind === 'create' ? { resource: 'Made1' } : {};
    const fact = { type: types[kind], by: `team:${team}`, team, ...resource, ...wish } as Undated;
    return Promise.resolve({ ok: true, fact });
  },
};
