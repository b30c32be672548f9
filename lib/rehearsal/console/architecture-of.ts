import { readNetwork } from '../../architecture/network';
import { sound } from '../../architecture/sound';
import { Values } from '../../architecture/values';
import type { World } from '../../arena/world';
import type { ArchitectureView } from '../../api/views/architecture-view';
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
  const { places } = readNetwork(new Values(sound(template)));
  const progress = world.progress();
  return {
    player: team.isTaken() ? 'person' : 'bot',
    services: [...services],
    resources: Object.entries(template.Resources).flatMap(([id, resource]) => {
      const kind = kindOf(resource.Type);
      if (kind === undefined) return [];
      return {
        id,
        type: resource.Type,
        service: kind.service,
        settings: settingsOf(template, resource).map(settingView),
        zone: places.get(id)?.zone ?? null,
        deletable: kind.deletable ?? false,
        renewal: kind.renewal ?? null,
        creations: creationsOf(resource.Type),
        progress: progress.get(id) ?? null,
      };
    }),
    servers: serversOf(world),
    changes: world
      .transitions()
      .slice(-mostChanges)
      .reverse()
      .map((each) => ({ ...each })),
  };
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
