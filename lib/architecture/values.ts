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
    const resource = this.tryGet(id);
    return resource?.Type === type ? propertiesOf(resource) : undefined;
  }

  /** What stands beside a resource's properties, such as its `UpdatePolicy`. */
  attribute(id: string, name: string): unknown {
    return this.tryGet(id)?.[name];
  }

  /** Only what the template itself has: an id may be called `constructor`. */
  private tryGet(id: string | undefined): TemplateResource | undefined {
    return id !== undefined && Object.hasOwn(this.template.Resources, id) ? this.template.Resources[id] : undefined;
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

  /** A number that AWS takes only within limits; what is beyond them counts as the limit. */
  within(least: number, most: number, value: unknown): number | undefined {
    const number = this.number(value);
    return number === undefined ? undefined : Math.min(most, Math.max(least, number));
  }

  flag(value: unknown): boolean | undefined {
    const text = this.text(value);
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** The first resource of one of these types that the value mentions, however deep (`Ref`, `Fn::GetAtt`, `Fn::Sub`, inside `Fn::Join`). */
  reference(value: unknown, ...types: string[]): string | undefined {
    return mentions(value).find((id) => types.includes(this.tryGet(id)?.Type ?? ''));
  }

  /** For a list of values: what each of them refers to. */
  references(value: unknown, ...types: string[]): string[] {
    return list(value).flatMap((each) => this.reference(each, ...types) ?? []);
  }
}

/** Nobody's group of servers is larger: beyond it, a number is a mistake, and would only keep the arena busy. */
export const mostServers = 500;
/** Seconds: no wait that a template asks for is longer. */
export const aDay = 86_400;

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
export function mentions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mentions);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt') return texts([typeof inner === 'string' ? inner.split('.')[0] : list(inner)[0]]);
    if (key === 'Fn::Sub') {
      const [text] = texts([typeof inner === 'string' ? inner : list(inner)[0]]);
      const names = [...(text ?? '').matchAll(/\$\{([^!.}]+)[^}]*\}/g)].map((match) => match[1] ?? '');
      return [...names, ...(Array.isArray(inner) ? mentions(inner[1]) : [])];
    }
    return mentions(inner);
  });
}

const texts = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string');
