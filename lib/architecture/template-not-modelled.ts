import type { Template } from '../core/scenario';
import type { NotModelled } from './architecture';
import { isObject, object } from './values';

/** What a template says in a way that cannot be read here, one line for each resource and thing. Metadata of CDK changes nothing anyway. */
export function listStrangeTemplate(template: Template): NotModelled[] {
  return [
    ...(object(template)['Transform'] === undefined
      ? []
      : [{ id: 'Transform', type: 'Transform', assumed: 'macros add and change nothing' }]),
    ...Object.entries(object(template.Parameters)).flatMap(([id, parameter]) =>
      'Default' in object(parameter)
        ? []
        : [{ id, type: 'Parameter', assumed: 'it has no default, so AWS’s own default counts wherever it is used' }],
    ),
    ...Object.entries(object(template.Resources)).flatMap(([id, resource]) => resourceWords(id, object(resource))),
  ];
}

function resourceWords(id: string, resource: Readonly<Record<string, unknown>>): NotModelled[] {
  const type = typeof resource['Type'] === 'string' ? resource['Type'] : '';
  if (type === 'AWS::CDK::Metadata') return [];
  const uses = (name: string) => mentions(resource['Properties'], name);
  return [
    resource['Condition'] !== undefined && 'it is there, whatever its condition says',
    uses('Fn::If') && 'of two values that a condition chooses from, the first counts',
    uses('Fn::FindInMap') && 'a value from a mapping counts as not given',
    uses('Fn::ImportValue') && 'what it imports from another stack is not there',
  ].flatMap((assumed) => (typeof assumed === 'string' ? [{ id, type, assumed }] : []));
}

function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((each) => mentions(each, name));
  return isObject(value) && Object.entries(value).some(([key, inner]) => key === name || mentions(inner, name));
}
