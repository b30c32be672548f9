import { readNetwork } from '../../architecture/network';
import { sound } from '../../architecture/sound';
import { Values } from '../../architecture/values';
import type { World } from '../../arena/world';
import type { ArchitectureView } from '../../api/views/architecture-view';
import type { Template } from '../../core/scenario';
import type { StageTeam } from '../stage/stage-team';
import { kindOf, services } from './catalogue/catalogue';
import { creationsOf } from './create-resource';
import type { SettingKind } from './setting-kind';
import { settingsOf, type Setting } from './settings';

/** Transitions that a console lists: as many as somebody reads. */
const mostChanges = 60;

/** A team's architecture as consoles show it. Which of its settings are poor is for those before it to find out. */
export function architectureOf(team: StageTeam): ArchitectureView {
  const { template, world } = team;
  const progress = world.progress();
  return {
    player: team.isTaken() ? 'person' : 'bot',
    services: [...services],
    resources: statedResources(template).map((each) => ({ ...each, progress: progress.get(each.id) ?? null })),
    servers: serversOf(world),
    changes: world
      .transitions()
      .slice(-mostChanges)
      .reverse()
      .map((each) => ({ ...each })),
  };
}

type Stated = Omit<ArchitectureView['resources'][number], 'progress'>;

/** Many pages ask again and again, and most teams stand on one template for long. */
const known = new WeakMap<Template, readonly Stated[]>();

function statedResources(template: Template): readonly Stated[] {
  const there = known.get(template);
  if (there !== undefined) return there;
  const { places } = readNetwork(new Values(sound(template)));
  const stated = Object.entries(template.Resources).flatMap(([id, resource]): Stated[] => {
    const kind = kindOf(resource.Type);
    if (kind === undefined) return [];
    return [
      {
        id,
        type: resource.Type,
        service: kind.service,
        settings: settingsOf(template, resource).map(settingView),
        zone: places.get(id)?.zone ?? null,
        deletable: kind.deletable ?? false,
        renewal: kind.renewal ?? null,
        creations: creationsOf(resource.Type),
      },
    ];
  });
  known.set(template, stated);
  return stated;
}

type SettingView = ArchitectureView['resources'][number]['settings'][number];

const settingView = ({ path, kind, value }: Setting): SettingView => ({
  path: [...path],
  kind: kind.kind,
  value: value ?? null,
  otherwise: kind.otherwise ?? null,
  of: kind.kind === 'choice' ? [...kind.of] : null,
  to: 'to' in kind && kind.to !== undefined ? [...kind.to] : null,
  bounds: boundsOf(kind),
});

const boundsOf = (kind: SettingKind): SettingView['bounds'] =>
  kind.kind === 'number' ? { least: kind.least, most: kind.most } : null;

function serversOf(world: World): ArchitectureView['servers'] {
  const targets = world.targets();
  return world.running().map(({ statusCheck, creditBalance, operations, ...server }) => ({
    ...server,
    statusCheck: statusCheck ?? null,
    creditBalance: creditBalance ?? null,
    operations: [...operations],
    targets: targets
      .filter((target) => target.server === server.id)
      .map(({ group, state }) => ({ group, health: state })),
  }));
}
