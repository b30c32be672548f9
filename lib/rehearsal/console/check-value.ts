import { tryInstanceType } from '../../architecture/instance-types';
import type { SettingValue } from '../../core/records/records';
import type { Template } from '../../core/scenario';
import { words, type SettingKind } from './setting-kind';

/** Why a setting cannot have a value, as a whole sentence; undefined when it can. @param name the property's, as it is told */
export function whyNot(template: Template, name: string, kind: SettingKind, value: SettingValue): string | undefined {
  const bad = `Invalid value '${words(value)}' for ${name}`;
  switch (kind.kind) {
    case 'number': {
      if (typeof value !== 'number') return `${bad}: it must be a number.`;
      if (kind.fractions !== true && !Number.isInteger(value)) return `${bad}: it must be a whole number.`;
      const { least, most } = kind;
      return value < least || value > most ? `${bad}: it must be between ${least} and ${most}.` : undefined;
    }
    case 'flag':
      return typeof value === 'boolean' ? undefined : `${bad}: it must be true or false.`;
    case 'choice':
      return kind.of.some((each) => each === value) ? undefined : `${bad}: it must be one of ${kind.of.join(', ')}.`;
    case 'text':
      return typeof value === 'string' && kind.pattern.test(value) ? undefined : `${bad}: it ${kind.must}.`;
    case 'texts': {
      const fits = Array.isArray(value) && value.every((each) => kind.pattern.test(each));
      if (!fits || value.length === 0) return `${bad}: they ${kind.must}.`;
      return value.length > kind.most ? `${bad}: there may be ${kind.most} at most.` : undefined;
    }
    case 'instance-type':
      return isInstanceType(value) ? undefined : `${bad}: there is no such instance type.`;
    case 'reference':
      return typeof value === 'string' && isOf(template, value, kind.to)
        ? undefined
        : `${bad}: there is no such thing.`;
    case 'references': {
      if (!Array.isArray(value)) return `${bad}: it must be a list.`;
      const unknown = value.find((id) => !isOf(template, id, kind.to));
      if (unknown !== undefined) return `Invalid value '${unknown}' for ${name}: there is no such thing.`;
      if (new Set(value).size < value.length) return `${bad}: nothing may stand in it twice.`;
      return value.length < kind.least ? `${bad}: it needs at least ${kind.least}.` : undefined;
    }
    case 'fixed':
      return `${name} cannot be changed once the resource is there.`;
  }
}

/** The form is looked at first: a name is not to be found in anything but the table of types. */
const isInstanceType = (value: SettingValue): boolean =>
  typeof value === 'string' &&
  /^[cmrt]\d[a-z]{0,3}\.[a-z0-9]{1,10}$/.test(value) &&
  tryInstanceType(value) !== undefined;

const isOf = ({ Resources }: Template, id: string, types: readonly string[]): boolean =>
  Object.hasOwn(Resources, id) && types.includes(Resources[id]?.Type ?? '');
