import type { ConsolePort, Wish } from '../../api/console-port';
import type { ArchitectureView } from '../../api/views/architecture-view';
import type { Team } from '../../core/event/event';
import type { Stage } from '../stage/stage';
import type { StageTeam } from '../stage/stage-team';
import { architectureOf } from './architecture-of';
import { newId } from './create-resource';
import type { Deed } from './deed';
import { outcomeOf } from './outcome';

/** The console of a rehearsal's teams. */
export function stageConsole(stage: Stage): ConsolePort {
  return {
    sight: (team: Team): Promise<ArchitectureView> => Promise.resolve(architectureOf(stage.find(team.id))),
    decide: (team, wish) => {
      const own = stage.find(team.id);
      const fact = factOf(own, wish);
      const outcome = outcomeOf(own, { id: '', ...fact });
      return Promise.resolve(outcome.ok ? { ok: true, fact } : { ok: false, reason: outcome.reason });
    },
  };
}

type UnnamedDeed = Deed extends infer Each ? (Each extends Deed ? Omit<Each, 'id'> : never) : never;

function factOf({ team: { id: team }, template }: StageTeam, wish: Wish): UnnamedDeed {
  const own = { by: `team:${team}`, team };
  switch (wish.kind) {
    case 'seat':
      return { ...own, type: 'seat', taken: wish.taken };
    case 'change':
      return { ...own, type: 'settings-changed', changes: [...wish.changes] };
    case 'create': {
      const { creation, of } = wish;
      return { ...own, type: 'resource-created', resource: newId(template, creation), creation, of };
    }
    case 'delete':
      return { ...own, type: 'resource-deleted', resource: wish.resource };
    case 'operate':
      return { ...own, type: 'operated', operation: wish.operation, on: wish.on };
  }
}
