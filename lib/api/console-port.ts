import type { Team } from '../core/event/event';
import type { Creation, Operation, SettingChange } from '../core/records/records';
import type { ArchitectureView } from './views/architecture-view';
import type { Undated } from './write';

/** What somebody asks to be done to a team's architecture. */
export type Wish =
  | { readonly kind: 'seat'; readonly taken: boolean }
  | { readonly kind: 'change'; readonly changes: readonly SettingChange[] }
  | { readonly kind: 'create'; readonly creation: Creation; readonly of: string }
  | { readonly kind: 'delete'; readonly resource: string }
  | { readonly kind: 'operate'; readonly operation: Operation; readonly on: string };

/** The console of architectures that are not on AWS. What is written to the log happens. */
export interface ConsolePort {
  sight(team: Team): Promise<ArchitectureView>;
  /** The fact to write down, or why it cannot be, as a whole sentence. */
  decide(
    team: Team,
    wish: Wish,
  ): Promise<{ readonly ok: true; readonly fact: Undated } | { readonly ok: false; readonly reason: string }>;
}
