import { Match, Template } from 'aws-cdk-lib/assertions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anEvent } from '../support/builders';
import { organizerStack } from '../support/organizer-stack';
import { anApp } from '../support/an-app';

const event = anEvent({ name: 'Spring' });
const template = Template.fromStack(organizerStack(event, anApp()));
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties as { AlarmName: string; AlarmDescription: string; [property: string]: unknown },
);
const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, chapter = ''] = /^## When something goes wrong\n(.*?)^## /ms.exec(readme) ?? [];
const sections = [...chapter.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);

test('each alarm has a section in the runbook, and each section an alarm', () => {
  expect(sections.length).toBeGreaterThan(0);
  expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(sections.map((name) => `spring-${name}`).sort());
});

test('each alarm points to its section, and is told to whoever is on duty, the end of it too', () => {
  for (const { AlarmName, AlarmDescription, AlarmActions, OKActions } of alarms) {
    expect(AlarmDescription).toContain(`README.md#${AlarmName.replace('spring-', '')}`);
    for (const actions of [AlarmActions, OKActions]) expect(actions).toEqual([{ Ref: expect.any(String) as string }]);
  }
});

test.each([
  ['a silent scorer is a late one', 'scorer-late', { TreatMissingData: 'breaching', Threshold: 300 }],
  ['one killed tick wakes nobody', 'scorer-errors', { DatapointsToAlarm: 2, EvaluationPeriods: 5 }],
  [
    'one step of the conductor that fails wakes nobody',
    'conductor-errors',
    { DatapointsToAlarm: 2, EvaluationPeriods: 5 },
  ],
  ['two load tasks have to be heard', 'load-silent', { TreatMissingData: 'breaching', Threshold: 2, Statistic: 'Sum' }],
  ['a team unchecked for two minutes is worth a look', 'rounds-unchecked', { EvaluationPeriods: 2, Threshold: 1 }],
])('%s', (_rule, name, properties) => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: `spring-${name}`,
    ...properties,
  });
});

test('spend rings at twice what all teams may spend at the busiest time', () => {
  const { rules } = event;
  const busy = anEvent({
    name: 'Busy',
    traffic: [{ atSeconds: 0, stepsPerSecond: 10 }],
    spikes: [{ atSeconds: 0, forSeconds: 60, times: 3 }],
  });
  const allowance = busy.teams.length * (rules.spend.baseUsdPerHour + rules.spend.usdPerHourPerRps * 30);
  const found = Template.fromStack(organizerStack(busy, anApp())).findResources('AWS::CloudWatch::Alarm', {
    Properties: { AlarmName: 'busy-teams-spend' },
  });
  const [alarm] = Object.values(found) as [{ Properties: { Threshold: number } }];
  expect(alarm.Properties.Threshold).toBeCloseTo(2 * allowance);
});

test('the dashboard shows every alarm', () => {
  const [{ Properties }] = Object.values(template.findResources('AWS::CloudWatch::Dashboard')) as [
    { Properties: unknown },
  ];
  const ids = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
  for (const id of ids) expect(JSON.stringify(Properties)).toContain(`"${id}","Arn"`);
  template.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: Match.exact('gameday-spring') });
});
