import fc from 'fast-check';
import { readArchitecture } from '../../lib/architecture/read';
import { World } from '../../lib/arena/world';
import type { Template, TemplateResource } from '../../lib/core/scenario';
import { aMailOrder, aQueue, packers } from '../arena/data/mail-order';
import { aTemplate, ask, backTier, halfCpu, webGroup, webInstances, webService } from '../arena/tiny';
import { aVpc } from '../arena/vpc';

const group = webGroup();
const whole: Template = aTemplate(webInstances(2), backTier(), aVpc(), aQueue(), packers(1), {
  ...pick(webService(), 'Task', 'Web'),
  ...pick(group, 'Template'),
  ...Object.fromEntries(Object.values(pick(group, 'Web')).map((each) => ['Crowd', each])),
  ...halfCpu,
});
const ids = Object.keys(whole.Resources);
const types = [...new Set(Object.values(whole.Resources).map(({ Type }) => Type))];
const keys = [...new Set(Object.values(whole.Resources).flatMap(({ Properties }) => Object.keys(Properties ?? {})))];

function pick(resources: Record<string, TemplateResource>, ...names: string[]): Record<string, TemplateResource> {
  return Object.fromEntries(Object.entries(resources).filter(([id]) => names.includes(id)));
}

const reference = fc.oneof(
  fc.constantFrom(...ids, 'Nobody').map((id) => ({ Ref: id })),
  fc.constantFrom(...ids).map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })),
  fc.constantFrom(...ids).map((id) => ({ 'Fn::If': ['Condition', { Ref: id }, { Ref: 'AWS::NoValue' }] })),
  fc.constantFrom(
    { 'Fn::GetAtt': 7 },
    { 'Fn::Sub': ['${Nobody}', 3] },
    { 'Fn::Join': 'x' },
    { 'Fn::ImportValue': 'there' },
  ),
);
const number = fc.constantFrom(0, -1, -1e9, 0.5, 1, 3, 80, 1e9, 1e308, Number.MAX_SAFE_INTEGER, '12', '1e9', 'NaN', '');
const { value: rubbish } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    fc.constantFrom(
      null,
      true,
      'ENABLED',
      'ELB',
      'lambda',
      'PAY_PER_REQUEST',
      '200-',
      '/*',
      '10.0.0.0/99',
      '::/0',
      '-1',
    ),
    fc.string(),
    reference,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys, 'Type', 'Key', 'Value', 'Values', 'Ebs', '__proto__'), tie('value'), {
      maxKeys: 4,
    }),
  ),
}));

type Resources = Record<string, TemplateResource>;

/** Resources that make no sense, of known types and strange ones. */
const rubbishResources: fc.Arbitrary<Resources> = fc.dictionary(
  fc.constantFrom(...ids, 'constructor', 'toString'),
  fc.record({
    Type: fc.oneof(fc.constantFrom(...types), fc.constantFrom('AWS::CloudFormation::Stack', 'Custom::Thing', '')),
    Properties: fc.dictionary(fc.constantFrom(...keys), rubbish, { maxKeys: 6 }),
  }),
  { maxKeys: 12 },
);

/** The whole template with some properties, some of them deep inside, replaced; only what differs. */
const spoiltResources: fc.Arbitrary<Resources> = fc
  .array(
    fc.record({
      id: fc.constantFrom(...ids),
      path: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
      value: rubbish,
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((changes) => {
    const spoilt: Resources = {};
    for (const { id, path, value } of changes) {
      const resource = spoilt[id] ?? whole.Resources[id];
      if (resource !== undefined)
        spoilt[id] = { ...resource, Properties: replaced(resource.Properties ?? {}, path, value) };
    }
    return spoilt;
  });

type Tree = Readonly<Record<string, unknown>>;
function replaced(tree: Tree, [step = 0, ...rest]: readonly number[], value: unknown): Tree {
  const names = Object.keys(tree);
  const name = names[step % Math.max(1, names.length)];
  if (name === undefined) return tree;
  const inner = tree[name];
  const deeper = rest.length > 0 && typeof inner === 'object' && inner !== null;
  if (!deeper) return { ...tree, [name]: value };
  if (!Array.isArray(inner)) return { ...tree, [name]: replaced(inner as Tree, rest, value) };
  const asTree = Object.fromEntries(inner.map((each: unknown, index) => [String(index), each]));
  return { ...tree, [name]: Object.values(replaced(asTree, rest, value)) };
}

describe.each<[string, Resources, fc.Arbitrary<Resources>]>([
  ['that makes no sense', {}, rubbishResources],
  ['of a stack that somebody spoilt', whole.Resources, spoiltResources],
])('a template %s', (_kind, sound, resources) => {
  const aTemplateWith = (some: Resources): Template => ({ Resources: { ...sound, ...some } });

  test('is read without a complaint, and what is of a strange type is listed', () => {
    fc.assert(
      fc.property(resources, (some) => {
        const template = aTemplateWith(some);
        const { notModelled } = readArchitecture(template);
        for (const [id, { Type }] of Object.entries(template.Resources)) {
          if (types.includes(Type)) continue;
          expect(notModelled).toContainEqual({ id, type: Type, assumed: expect.stringMatching(/\w/) as string });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives a world that goes on for a minute', () => {
    fc.assert(
      fc.property(resources, resources, (before, after) => {
        const application = aMailOrder({ journey: ['page', 'order', 'status'] });
        const world = new World({ application, architecture: readArchitecture(aTemplateWith(before)), seed: 1 });
        world.plan(() => 1);
        world.advance(60);
        world.update(readArchitecture(aTemplateWith(after)));
        world.advance(150);
        ask(world);
        const { expected, fast, acceptable, slow, faulty, failed } = world.counts(0);
        expect(fast + acceptable + slow + faulty + failed).toBe(expected);
        expect(world.resources().length).toBeLessThan(10_000);
      }),
      { numRuns: 60 },
    );
  });
});

test.each<[string, unknown, string[]]>([
  ['without resources', {}, []],
  ['whose resources are a list', { Resources: [{ Type: 'AWS::EC2::VPC' }] }, []],
  ['with resources that are none', { Resources: { A: null, B: 7, C: { Type: 3 } } }, ['A', 'B', 'C']],
])('a template %s is read, too', (_kind, template, listed) => {
  expect(readArchitecture(template as Template).notModelled.map(({ id }) => id)).toEqual(listed);
});
