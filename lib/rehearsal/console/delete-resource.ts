import type { Template } from '../../core/scenario';
import { mentions } from '../../architecture/values';
import { kindOf } from './catalogue/catalogue';
import { refuse, tryResource, type Decision } from './change-settings';

/** Takes a resource away. What others still mean stays: CloudFormation would not take such a template. */
export function deleteResource(template: Template, id: string): Decision {
  const resource = tryResource(template, id);
  if (resource === undefined) return refuse(`Resource ${id} does not exist.`);
  if (kindOf(resource.Type)?.deletable !== true) return refuse(`${resource.Type} cannot be deleted here.`);
  const users = Object.entries(template.Resources).flatMap(([other, { Properties }]) =>
    other !== id && mentions(Properties).includes(id) ? [other] : [],
  );
  const told = Object.keys(template.Outputs ?? {}).filter((name) => mentions(template.Outputs?.[name]).includes(id));
  if (users.length + told.length > 0) {
    return refuse(
      `Template format error: Unresolved resource dependencies [${id}]: ${[...users, ...told].join(', ')} still refers to it.`,
    );
  }
  const others = Object.entries(template.Resources).filter(([other]) => other !== id);
  return { ok: true, template: { ...template, Resources: Object.fromEntries(others.map(withoutWaiting(id))) } };
}

/** Nobody waits for what is gone. */
const withoutWaiting =
  (id: string) =>
  ([other, resource]: [string, Template['Resources'][string]]): [string, Template['Resources'][string]] => {
    const waits = resource['DependsOn'];
    if (!Array.isArray(waits) || !waits.includes(id)) return [other, resource];
    return [other, { ...resource, DependsOn: waits.filter((each) => each !== id) }];
  };
