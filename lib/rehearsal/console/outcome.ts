import type { Operation } from '../../core/records/records';
import type { StageTeam } from '../stage/stage-team';
import { kindOf } from './catalogue/catalogue';
import { changeSettings, tryResource, type Decision } from './change-settings';
import { createResource } from './create-resource';
import type { Deed } from './deed';
import { deleteResource } from './delete-resource';

/** What a deed leads to, or why there is none, as a whole sentence. */
export type Outcome = { readonly ok: true; readonly act: () => void } | { readonly ok: false; readonly reason: string };

const no = (reason: string): Outcome => ({ ok: false, reason });

/** Decides what a deed leads to as the team stands now, without doing it. */
export function outcomeOf(team: StageTeam, deed: Deed): Outcome {
  if (deed.type === 'seat') {
    if (deed.taken !== team.isTaken()) return { ok: true, act: () => team.seat(deed.taken) };
    return no(deed.taken ? 'A person plays this team already.' : 'A bot plays this team already.');
  }
  if (!team.isTaken()) return no('A bot plays this team: take it over first.');
  switch (deed.type) {
    case 'settings-changed':
      return deployed(team, changeSettings(team.template, deed.changes));
    case 'resource-created':
      return deployed(team, createResource(team.template, deed.creation, deed.of, deed.resource));
    case 'resource-deleted':
      return deployed(team, deleteResource(team.template, deed.resource));
    case 'operated':
      return operated(team, deed.operation, deed.on);
  }
}

const deployed = (team: StageTeam, decision: Decision): Outcome =>
  decision.ok ? { ok: true, act: () => team.deploy(decision.template) } : decision;

function operated({ world, template }: StageTeam, operation: Operation, on: string): Outcome {
  if (operation === 'redeploy' || operation === 'replace') {
    const { Type } = tryResource(template, on) ?? {};
    if (Type === undefined) return no(`Resource ${on} does not exist.`);
    if (kindOf(Type)?.renewal !== operation) return no(`${Type} does not support the operation ${operation}.`);
    return { ok: true, act: () => void world.renew(on) };
  }
  const server = world.running().find(({ id }) => id === on);
  if (server === undefined) return no(`The instance ID '${on}' does not exist.`);
  if (server.kind === 'task' && operation !== 'stop') return no('A task of ECS can only be stopped.');
  if (!server.operations.includes(operation)) {
    return no(`The instance '${on}' is not in a state from which it can ${verbs[operation]}.`);
  }
  return { ok: true, act: () => void world.operate(operation, on) };
}

const verbs = { reboot: 'reboot', stop: 'be stopped', start: 'be started', terminate: 'be terminated' } as const;
