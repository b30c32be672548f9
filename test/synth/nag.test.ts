import { Validations, type Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { scenarioNames } from '../../lib/scenarios/catalogue';
import type { Weakness } from '../../lib/scenarios/scenario';
import { scenarioStacks } from '../../lib/stacks/scenario-stack';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { anApp } from '../support/an-app';

jest.setTimeout(120_000);

/** `rule @ construct`, sorted. */
function findings(stack: Stack, { ignoringAcknowledgements = false } = {}): string[] {
  const checks = new AwsSolutionsChecks();
  if (ignoringAcknowledgements) Object.defineProperty(checks, 'isAcknowledged', { value: () => false });
  return checks
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} @ ${constructPath}`),
    )
    .sort();
}

/** Every acknowledgement of the stack, with its construct and its reason. */
function acknowledgements(stack: Stack) {
  return stack.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
      .map(([id, reason]) => ({ rule: id.replace(/^annotation::/i, ''), path: node.path, reason })),
  );
}

async function teamStack(scenario: string, choose: (weakness: Weakness) => boolean): Promise<Stack> {
  return (await scenarioStacks(scenario)).add(anApp(), choose);
}

describe.each<[string, () => Stack | Promise<Stack>]>([
  ['the organizer’s stack', () => organizerStack(anEvent(), anApp())],
  ...scenarioNames().map((name): [string, () => Promise<Stack>] => [name, () => teamStack(name, () => true)]),
])('%s', (_title, make) => {
  let stack: Stack;
  beforeAll(async () => (stack = await make()));

  test('has no finding of AwsSolutions that is not acknowledged', () => {
    expect(findings(stack)).toEqual([]);
  });

  test('acknowledges nothing that is not found, each with a reason', () => {
    const all = findings(stack, { ignoringAcknowledgements: true });
    expect(all).not.toEqual([]);
    const acknowledged = acknowledgements(stack);
    const superfluous = acknowledged.filter(
      ({ rule, path }) => !all.some((finding) => finding.startsWith(`${rule} @ ${path}/`)),
    );
    expect(superfluous).toEqual([]);
    for (const { reason } of acknowledged) expect(JSON.stringify(reason)).toMatch(/\w+ \w+ \w+/);
  });
});

test('of the weaknesses only what was forgotten is found, and nothing is acknowledged for the others', async () => {
  const { scenario } = await scenarioStacks('rental-market');
  const unacknowledged = { ignoringAcknowledgements: true };
  const good = findings(await teamStack('rental-market', () => false), unacknowledged);
  const planted = await Promise.all(
    scenario.weaknesses.map(async ({ id }): Promise<[string, string[]]> => {
      const spoiled = findings(await teamStack('rental-market', (weakness) => weakness.id === id), unacknowledged);
      return [id, spoiled.filter((finding) => !good.includes(finding))];
    }),
  );
  expect(Object.fromEntries(planted.filter(([, added]) => added.length > 0))).toEqual({
    'lights-left-on': [
      'AwsSolutions-EC26 @ Arena/RentalMarket/Forgotten/Reporting/Resource',
      'AwsSolutions-EC28 @ Arena/RentalMarket/Forgotten/Reporting/Resource',
      'AwsSolutions-EC29 @ Arena/RentalMarket/Forgotten/Reporting/Resource',
    ],
  });
});
