import type { TeamView } from '../../lib/api/views/team-view';

/** What a part of the page is given. */
export interface PanelProps {
  readonly view: TeamView;
  /** Asks how the team stands at once, after something was written. */
  readonly refresh: () => void;
}
