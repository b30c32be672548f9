import { choice, fixed, flag, fraction, number, type ResourceKinds } from '../setting-kind';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_DynamoDB.html and AWS_SQS.html beside it */
export const stores: ResourceKinds = {
  'AWS::DynamoDB::Table': {
    service: 'DynamoDB',
    settings: {
      BillingMode: choice(['PAY_PER_REQUEST', 'PROVISIONED'], 'PROVISIONED'),
      'ProvisionedThroughput/ReadCapacityUnits': number(1, 40_000),
      'ProvisionedThroughput/WriteCapacityUnits': number(1, 40_000),
      'OnDemandThroughput/MaxReadRequestUnits': number(1, 40_000, 'no maximum'),
      'OnDemandThroughput/MaxWriteRequestUnits': number(1, 40_000, 'no maximum'),
    },
  },
  'AWS::SQS::Queue': {
    service: 'SQS',
    settings: {
      VisibilityTimeout: number(0, 43_200, '30'),
      DelaySeconds: number(0, 900, '0'),
      'RedrivePolicy/maxReceiveCount': number(1, 1000),
    },
  },
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudWatch.html */
export const watching: ResourceKinds = {
  'AWS::CloudWatch::Alarm': {
    service: 'CloudWatch',
    deletable: true,
    settings: {
      AlarmDescription: fixed(),
      MetricName: fixed(),
      Dimensions: fixed('AWS::EC2::Instance'),
      ActionsEnabled: flag('true'),
      Threshold: fraction(-1_000_000, 1_000_000),
      Period: choice(['60', '120', '180', '300', '600', '900', '3600']),
      EvaluationPeriods: number(1, 60),
      DatapointsToAlarm: number(1, 60, 'as many as EvaluationPeriods'),
    },
  },
};
