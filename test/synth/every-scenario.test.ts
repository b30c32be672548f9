import type { CfnResource } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { applyPatch, differences } from '../../lib/architecture/difference';
import { canonicalJson } from '../../lib/core/canonical';
import type { Template } from '../../lib/core/scenario';
import { readArchitecture } from '../../lib/architecture/read';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import type { Weakness } from '../../lib/scenarios/scenario';
import { synthesise, type Synthesis } from '../../lib/scenarios/synth';
import { checkWeaknesses, isSound } from '../../lib/scenarios/weakness-check';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { anApp } from '../support/an-app';

jest.setTimeout(60_000);

const none = () => false;
const all = () => true;

describe.each(scenarioNames())('%s', (name) => {
  let synthesis: Synthesis;
  beforeAll(async () => (synthesis = await synthesise(name)));

  async function assemble(choose: (weakness: Weakness) => boolean, app = anApp()) {
    const { add } = await scenarioStacks(name);
    const stack = add(app, choose);
    const assembly = app.synth();
    return { assembly, template: assembly.getStackByName(stack.stackName).template as Template };
  }

  describe('strictly validated', () => {
    const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
    const before = process.env['CDK_VALIDATION'];
    beforeEach(() => delete process.env['CDK_VALIDATION']);
    afterEach(() => void (process.env['CDK_VALIDATION'] = before));

    test.each<[string, (weakness: Weakness) => boolean]>([
      ['the reference solution', none],
      ['the stack that teams take over', all],
    ])('%s has no errors', async (_title, choose) => {
      await expect(assemble(choose, anApp(context))).resolves.toBeDefined();
    });

    test('a defect would be found', async () => {
      const app = anApp(context);
      const { add } = await scenarioStacks(name);
      const group = add(app, none)
        .node.findAll()
        .find((each): each is CfnResource => (each as Partial<CfnResource>).cfnResourceType === targetGroup);
      group?.addPropertyOverride('HealthCheckIntervalSeconds', 'whenever');
      expect(() => app.synth()).toThrow('whenever');
    });
  });

  test('nothing is looked up in an account, even when account and region are given', async () => {
    expect((await assemble(all)).assembly.manifest.missing).toBeUndefined();
  });

  test('two syntheses are the same, byte for byte', async () => {
    expect(JSON.stringify((await assemble(all)).template)).toBe(JSON.stringify((await assemble(all)).template));
  });

  test('no team’s value stands in the template: no account, no region, no key', () => {
    const text = JSON.stringify(synthesis.spoiled);
    expect(text).not.toMatch(/(?<![0-9a-f])\d{12}(?![0-9a-f])/);
    expect(text).not.toMatch(/\b(eu|us|ap)-[a-z]+-\d\b/);
  });

  test('each weakness changes something, and nothing that another changes', () => {
    expect(checkWeaknesses(synthesis).filter((check) => !isSound(check))).toEqual([]);
  });

  test('all weaknesses together are the sum of each alone: none hides another', () => {
    const { good, spoiled, spoiledBy } = synthesis;
    const sum = Object.values(spoiledBy).reduce((template, one) => applyPatch(template, differences(good, one)), good);
    expect(canonicalJson(sum)).toBe(canonicalJson(spoiled));
  });

  test('a weakness leaves other stacks alone', async () => {
    const { scenario } = await scenarioStacks(name);
    const other = new Stack(anApp(), 'Other');
    for (const { mixin } of scenario.weaknesses) {
      expect(mixin.supports(other)).toBe(false);
      expect(() => other.with(mixin)).not.toThrow();
    }
  });

  test('every tier of the application runs on something, in both stacks, behind one load balancer', async () => {
    const { scenario } = await scenarioStacks(name);
    const tiers = scenario.application.tiers.map(({ id }) => id).sort();
    for (const template of [synthesis.good, synthesis.spoiled]) {
      const { scalingGroups, instances, services, balancers } = readArchitecture(template);
      const run = [...scalingGroups, ...instances, ...services].flatMap(({ tier }) => tier ?? []);
      expect([...new Set(run)].sort()).toEqual(tiers);
      expect(balancers).toHaveLength(1);
    }
  });
});

const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup';
