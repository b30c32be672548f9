import type { SettingValue } from '../../core/records/records';
import type { Template, TemplateResource } from '../../core/scenario';
import { list, Values } from '../../architecture/values';
import { kindOf } from './catalogue/catalogue';
import type { ReferenceForm, SettingKind } from './setting-kind';
import { pathsOf, valueAt, type SettingPath } from './setting-path';

/** One setting of a resource. */
export interface Setting {
  readonly path: SettingPath;
  readonly kind: SettingKind;
  /** `undefined`: nothing is said, and AWS's own default counts. */
  readonly value: SettingValue | undefined;
}

/** All settings of a resource that the console shows, in the catalogue's order. */
export function settingsOf(template: Template, { Type, Properties }: TemplateResource): Setting[] {
  const values = new Values(template);
  return Object.entries(kindOf(Type)?.settings ?? {}).flatMap(([pattern, kind]) =>
    pathsOf(Properties, pattern).map((path) => ({ path, kind, value: shown(values, kind, valueAt(Properties, path)) })),
  );
}

/** A value of a template as people read it: references by logical id. */
function shown(values: Values, kind: SettingKind, value: unknown): SettingValue | undefined {
  switch (kind.kind) {
    case 'number':
      return values.number(value);
    case 'flag':
      return values.flag(value);
    case 'reference':
      return values.reference(value, ...kind.to);
    case 'references':
      return value === undefined ? undefined : values.references(value, ...kind.to);
    case 'texts':
      return value === undefined ? undefined : list(value).flatMap((each) => values.text(each) ?? []);
    case 'fixed':
      return values.text(value) ?? values.reference(value, ...(kind.to ?? []));
    default:
      return values.text(value);
  }
}

/**
 * A value as the template has it. What stands there already in another spelling keeps it: a number that was text stays text, and whoever is
 * meant stays meant in the same way, so that nothing looks changed that is not.
 */
export function written(template: Template, kind: SettingKind, value: SettingValue, before: unknown): unknown {
  if (kind.kind === 'references' && Array.isArray(value)) {
    const values = new Values(template);
    return value.map(
      (id) => list(before).find((each) => values.reference(each, ...kind.to) === id) ?? meaning(kind.form, id),
    );
  }
  if (kind.kind === 'reference' && typeof value === 'string') {
    return new Values(template).reference(before, ...kind.to) === value ? before : meaning(kind.form, value);
  }
  return typeof before === 'string' && !Array.isArray(value) ? String(value) : value;
}

function meaning(form: ReferenceForm, id: string): unknown {
  switch (form) {
    case 'ref':
      return { Ref: id };
    case 'group-id':
      return { 'Fn::GetAtt': [id, 'GroupId'] };
    case 'allocation-id':
      return { 'Fn::GetAtt': [id, 'AllocationId'] };
    case 'target':
      return { Id: { Ref: id } };
  }
}
