import { isObject } from '../../architecture/values';
import type { Template, TemplateResource } from '../../core/scenario';

type Properties = Readonly<Record<string, unknown>>;

/** Changes resources one by one; `undefined` takes one away. */
export function mapResources(
  template: Template,
  change: (resource: TemplateResource, id: string) => TemplateResource | undefined,
): Template {
  const resources = Object.entries(template.Resources).flatMap(([id, resource]): [string, TemplateResource][] => {
    const changed = change(resource, id);
    return changed === undefined ? [] : [[id, changed]];
  });
  return { ...template, Resources: Object.fromEntries(resources) };
}

/** A resource with some of its properties replaced. */
export const withProperties = (resource: TemplateResource, changes: Properties): TemplateResource => ({
  ...resource,
  Properties: { ...resource.Properties, ...changes },
});

/** A property that holds properties itself; none when it is absent. */
export function innerOf(resource: TemplateResource, name: string): Properties {
  const inner = resource.Properties?.[name];
  return isObject(inner) ? inner : {};
}
