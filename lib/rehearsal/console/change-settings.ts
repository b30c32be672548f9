import type { SettingChange } from '../../core/records/records';
import type { Template, TemplateResource } from '../../core/scenario';
import { kindOf } from './catalogue/catalogue';
import { whyNot } from './check-value';
import { brokenRule } from './rules';
import type { SettingKind } from './setting-kind';
import { fits, valueAt, withValue } from './setting-path';
import { written } from './settings';

/** The template to deploy, or why AWS would not take it, as a whole sentence. */
export type Decision =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly reason: string };

export const refuse = (reason: string): Decision => ({ ok: false, reason });

/** Makes changes together or none of them, as a deployment does: what is wrong on the way may be right in the end. */
export function changeSettings(template: Template, changes: readonly SettingChange[]): Decision {
  let changed = template;
  for (const change of changes) {
    const resource = tryResource(template, change.resource);
    if (resource === undefined) return refuse(`Resource ${change.resource} does not exist.`);
    const kind = tryKind(resource, change.path);
    const name = change.path.join('.');
    if (kind === undefined) return refuse(`Encountered unsupported property ${name} of ${resource.Type}.`);
    const reason = changeProblem(template, name, kind, change);
    if (reason !== undefined) return refuse(reason);
    changed = withSetting(changed, change, kind);
  }
  const broken = brokenRule(changed, new Set(changes.map(({ resource }) => resource)));
  return broken === undefined ? { ok: true, template: changed } : refuse(broken);
}

/** Only what the template itself has: an id may be called `constructor`. */
export const tryResource = ({ Resources }: Template, id: string): TemplateResource | undefined =>
  Object.hasOwn(Resources, id) ? Resources[id] : undefined;

function tryKind({ Type, Properties }: TemplateResource, path: SettingChange['path']): SettingKind | undefined {
  const found = Object.entries(kindOf(Type)?.settings ?? {}).find(([pattern]) => fits(path, pattern));
  const list = path.findIndex((step) => /^\d+$/.test(step));
  // A place in a list that is not there.
  if (list > 0 && valueAt(Properties, path.slice(0, list + 1)) === undefined) return undefined;
  return found?.[1];
}

function changeProblem(template: Template, name: string, kind: SettingKind, change: SettingChange): string | undefined {
  if (kind.kind === 'fixed') return `${name} cannot be changed once the resource is there.`;
  return change.value === undefined ? undefined : whyNot(template, name, kind, change.value);
}

function withSetting(template: Template, { resource, path, value }: SettingChange, kind: SettingKind): Template {
  const before = template.Resources[resource];
  if (before === undefined) return template;
  const { Properties } = before;
  const content = value === undefined ? undefined : written(template, kind, value, valueAt(Properties, path));
  return withResource(template, resource, {
    ...before,
    Properties: withValue(Properties, path, content) as Record<string, unknown>,
  });
}

/** The template with a resource more, or one as it is now. */
export const withResource = (template: Template, id: string, resource: TemplateResource): Template => ({
  ...template,
  Resources: { ...template.Resources, [id]: resource },
});
