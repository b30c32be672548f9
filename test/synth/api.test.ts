import { Match, Template } from 'aws-cdk-lib/assertions';
import { apiEnvSchema } from '../../lib/handlers/api-env';
import { anEvent } from '../support/builders';
import { anApp } from '../support/an-app';
import { organizerStack } from '../support/organizer-stack';

const event = anEvent({ name: 'Spring' });
let template: Template;
beforeAll(() => (template = Template.fromStack(organizerStack(event, anApp()))));

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}
const statements = (): Statement[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('ApiRole'))
    .flatMap(
      ([, { Properties }]) => (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
    );

describe('who may call the API', () => {
  test('its URL lets nobody in whom AWS has not checked', () => {
    template.resourceCountIs('AWS::Lambda::Url', 1);
    template.allResourcesProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
  });

  test('CloudFront alone may invoke it, for this site, and signs every request', () => {
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission')).map(
      ({ Properties }) => Properties as Record<string, unknown>,
    );
    expect(permissions.map(({ Action }) => Action).sort()).toEqual([
      'lambda:InvokeFunction',
      'lambda:InvokeFunctionUrl',
    ]);
    for (const { Principal, SourceArn, Action, InvokedViaFunctionUrl } of permissions) {
      expect(Principal).toBe('cloudfront.amazonaws.com');
      expect(JSON.stringify(SourceArn)).toMatch(/distribution\/",\{"Ref":"SiteDistribution/);
      if (Action === 'lambda:InvokeFunction') expect(InvokedViaFunctionUrl).toBe(true);
    }
    template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 'lambda',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    });
  });

  test('a flood cannot run more than twenty at once, half a minute each', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('behind the pages'),
      ReservedConcurrentExecutions: 20,
      Timeout: 30,
    });
  });
});

test('nothing of it is cached, errors neither, and it is told who asks', () => {
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      CacheBehaviors: Match.arrayWith([
        Match.objectLike({
          PathPattern: 'api/*',
          ViewerProtocolPolicy: 'https-only',
          // CachingDisabled and AllViewerExceptHostHeader: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          FunctionAssociations: [Match.objectLike({ EventType: 'viewer-request' })],
        }),
      ]),
      CustomErrorResponses: [404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({
        ErrorCode,
        ErrorCachingMinTTL: 0,
      })),
    },
  });
});

describe('what it may do', () => {
  test('is what its work needs and nothing else', () => {
    expect([...new Set(statements().flatMap(({ Action }) => Action))].sort()).toEqual([
      'cloudwatch:GetMetricData',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      'secretsmanager:GetSecretValue',
      'sts:AssumeRole',
      'sts:SetSourceIdentity',
    ]);
  });

  test('into the accounts of this event’s teams it gets to look and as their participant, and neither breaks nor takes back', () => {
    const assumed = statements().filter(({ Action }) => [Action].flat().includes('sts:AssumeRole'));
    const roles = [...JSON.stringify(assumed).matchAll(/:iam::(\d{12}):role\/gameday\/(\w+)/g)].map(
      ([, account, role]) => `${account} ${role}`,
    );
    const accounts = event.teams.map(({ account }) => account);
    expect(roles.sort()).toEqual(
      accounts.flatMap((account) => [`${account} observer`, `${account} participant`]).sort(),
    );
  });

  test('of secrets it reads the organizers’ and the key of this event’s codes', () => {
    const read = statements().filter(({ Action }) => Action === 'secretsmanager:GetSecretValue');
    expect(read.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringMatching(/"Ref":"ApiOrganizerSecret/) as string,
      expect.stringContaining('secret:gameday/spring/access-??????') as string,
    ]);
  });
});

test('knows everything that the program asks for', () => {
  const [api] = Object.values(
    template.findResources('AWS::Lambda::Function', {
      Properties: { Description: 'The API behind the pages of teams, organizers and the audience' },
    }),
  ) as { Properties: { Environment: { Variables: Record<string, unknown> } } }[];
  const { AWS_REGION: _ofLambda, ...own } = apiEnvSchema.shape;
  expect(Object.keys(api?.Properties.Environment.Variables ?? {})).toEqual(expect.arrayContaining(Object.keys(own)));
});

test('what organizers log in with stands in no output, only how to read it', () => {
  const [output] = Object.values(template.findOutputs('OrganizerSecret')) as { Value: unknown }[];
  expect(JSON.stringify(output?.Value)).toMatch(/get-secret-value --secret-id .*"Ref":"ApiOrganizerSecret/);
  expect(JSON.stringify(template.toJSON())).not.toContain('resolve:secretsmanager');
});
