import type { Template, TemplateResource } from '../core/scenario';

/** Reads values of a template as they come out of CDK: literals, parameters with a default, and references. Never throws: what cannot be read is `undefined`. */
export class Values {
  constructor(private readonly template: Template) {}

  /** Resources of a type, in the template's order. */
  ofType(type: string): (readonly [id: string, properties: Properties])[] {
    return Object.entries(this.template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, propertiesOf(resource)]);
  }

  tryFind(id: string | undefined, type: string): Properties | undefined {
    const resource = id === undefined ? undefined : this.template.Resources[id];
    return resource?.Type === type ? propertiesOf(resource) : undefined;
  }

  /** What stands beside a resource's properties, such as its `UpdatePolicy`. */
  attribute(id: string, name: string): unknown {
    return this.template.Resources[id]?.[name];
  }

  text(value: unknown): string | undefined {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const parameter = isObject(value) && typeof value['Ref'] === 'string' ? value['Ref'] : undefined;
    const declared = parameter === undefined ? undefined : this.template.Parameters?.[parameter];
    return isObject(declared) && 'Default' in declared ? this.text(declared['Default']) : undefined;
  }

  number(value: unknown): number | undefined {
    const text = this.text(value);
    const number = text === undefined || text.trim() === '' ? NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  flag(value: unknown): boolean | undefined {
    const text = this.text(value);
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** The first resource of one of these types that the value mentions, however deep (`Ref`, `Fn::GetAtt`, `Fn::Sub`, inside `Fn::Join`). */
  reference(value: unknown, ...types: string[]): string | undefined {
    return mentions(value).find((id) => types.includes(this.template.Resources[id]?.Type ?? ''));
  }

  /** For a list of values: what each of them refers to. */
  references(value: unknown, ...types: string[]): string[] {
    return list(value).flatMap((each) => this.reference(each, ...types) ?? []);
  }
}

export type Properties = Readonly<Record<string, unknown>>;

const nothing: Properties = {};
const propertiesOf = (resource: TemplateResource): Properties => object(resource.Properties);

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export const object = (value: unknown): Properties => (isObject(value) ? value : nothing);
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Value of `gameday:tier` among the tags of a resource (a list of Key and Value), or `undefined`. */
export function tierTag(tags: unknown): string | undefined {
  const tag = list(tags).find((each) => object(each)['Key'] === 'gameday:tier');
  const value = object(tag)['Value'];
  return typeof value === 'string' ? value : undefined;
}

/** Every logical id that a value mentions, in order. */
function mentions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mentions);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt') return [(typeof inner === 'string' ? inner.split('.')[0] : list(inner)[0]) as string];
    if (key === 'Fn::Sub') {
      const text = typeof inner === 'string' ? inner : list(inner)[0];
      const names = typeof text === 'string' ? [...text.matchAll(/\$\{([^!.}]+)[^}]*\}/g)].map((m) => m[1] ?? '') : [];
      return [...names, ...(Array.isArray(inner) ? mentions(inner[1]) : [])];
    }
    return mentions(inner);
  });
}
