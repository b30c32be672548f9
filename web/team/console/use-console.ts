import { useState } from 'react';
import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import { callApi } from '../../shared/api';
import { usePolled, type Polled } from '../../shared/use-polled';
import { teamPath } from '../team-path';
import { changesOf, settled, type Draft } from './draft';

/** Everything that a person can do on the console of a team. Each throws what the server says against it. */
export interface ConsoleActions {
  readonly seat: (taken: boolean) => Promise<void>;
  readonly deploy: () => Promise<void>;
  readonly create: (creation: string, of: string) => Promise<void>;
  readonly remove: (resource: string) => Promise<void>;
  readonly operate: (operation: string, on: string) => Promise<void>;
}

interface ArenaConsoleState {
  readonly polled: Polled<ArchitectureView>;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly actions: ConsoleActions;
}

/** Whoever plays sees a deployment move; who only looks on can wait. */
const EVERY_MS = { person: 2000, bot: 8000 } as const;

export function useConsole(team: string): ArenaConsoleState {
  const [player, setPlayer] = useState<ArchitectureView['player']>('bot');
  const polled = usePolled<ArchitectureView>(teamPath(team, 'architecture'), EVERY_MS[player]);
  const { value, refresh } = polled;
  if (value !== undefined && value.player !== player) setPlayer(value.player);
  const [meant, setDraft] = useState<Draft>([]);
  const draft = value === undefined ? meant : settled(meant, value);
  const write = async (method: 'POST' | 'DELETE', what: string, body?: unknown): Promise<void> => {
    await callApi(method, teamPath(team, what), body);
    refresh();
  };
  return {
    polled,
    draft,
    setDraft,
    actions: {
      seat: (taken) => write('POST', 'seat', { taken }),
      deploy: async () => {
        await write('POST', 'changes', { changes: changesOf(draft) });
        setDraft([]);
      },
      create: (creation, of) => write('POST', 'resources', { creation, of }),
      remove: (resource) => write('DELETE', `resources/${encodeURIComponent(resource)}`),
      operate: (operation, on) => write('POST', 'operations', { operation, on }),
    },
  };
}
