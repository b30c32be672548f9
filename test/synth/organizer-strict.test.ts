import { CfnResource } from 'aws-cdk-lib';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { anApp } from '../support/an-app';

jest.setTimeout(120_000);

const context = { '@aws-cdk/core:validateAgainstDefaultRules': true };
const before = process.env['CDK_VALIDATION'];
beforeEach(() => delete process.env['CDK_VALIDATION']);
afterEach(() => void (process.env['CDK_VALIDATION'] = before));

test('the organizer’s stack passes strict validation', () => {
  const app = anApp(context);
  organizerStack(anEvent(), app);
  expect(() => app.synth()).not.toThrow();
});

test('a defect would be found', () => {
  const app = anApp(context);
  const scorer = organizerStack(anEvent(), app)
    .node.findAll()
    .find(
      (each): each is CfnResource =>
        CfnResource.isCfnResource(each) && each.cfnResourceType === 'AWS::Lambda::Function',
    );
  scorer?.addPropertyOverride('Timeout', 'whenever');
  expect(() => app.synth()).toThrow('whenever');
});
