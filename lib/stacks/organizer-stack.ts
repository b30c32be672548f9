import { CfnOutput, DefaultStackSynthesizer, Stack, Tags, type App, type IStackSynthesizer } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { cdkQualifier } from '../accounts/bootstrap-names';
import { Api } from '../constructs/organizer/api';
import { alarmTopic } from '../constructs/organizer/alarm-topic';
import { Conductor } from '../constructs/organizer/conductor';
import { EventAlarms } from '../constructs/organizer/event-alarms';
import { EventDashboard } from '../constructs/organizer/event-dashboard';
import { EventObject } from '../constructs/organizer/event-object';
import { EventTable } from '../constructs/organizer/event-table';
import { LoadService } from '../constructs/organizer/load-service';
import { Scorer } from '../constructs/organizer/scorer';
import { Site } from '../constructs/organizer/site';
import { WindowArchive } from '../constructs/organizer/window-archive';
import type { GameDayEvent } from '../core/event/event';
import { eventId } from '../core/event/event-id';
import { organizerStackName } from '../deploy/target';
import type { OrganizerPrograms } from './organizer-programs';
import { twoZones } from './two-zones';

interface OrganizerStackProps {
  readonly event: GameDayEvent;
  readonly programs: OrganizerPrograms;
}

/** Everything that runs the game in the organizer's account. Deployed again with a changed event file, it keeps its records. */
export class OrganizerStack extends Stack {
  constructor(scope: App, { event, programs }: OrganizerStackProps) {
    super(scope, 'Organizer', {
      stackName: organizerStackName(event),
      description: `GameDay: ${event.name}`,
      // The cast bridges optional properties, which CDK declares without `undefined`.
      synthesizer: new DefaultStackSynthesizer({
        qualifier: cdkQualifier,
        generateBootstrapVersionRule: false,
      }) as IStackSynthesizer,
    });
    const { teams } = event;
    const about = { eventId: eventId(event), teams };
    const table = new EventTable(this, 'EventTable');
    const archive = new WindowArchive(this, 'WindowArchive', about.eventId);
    const deployed = new EventObject(this, 'Event', event);
    const site = new Site(this, 'Site', programs.pages);
    const places = event.informed?.environments ?? teams;
    const scorer = new Scorer(this, 'Scorer', { eventId: about.eventId, places, code: programs.scorer });
    const conductor = new Conductor(this, 'Conductor', {
      eventId: about.eventId,
      places,
      code: programs.conductor,
    });
    const load = new LoadService(this, 'Load', {
      ...about,
      program: new Asset(this, 'LoadProgram', { path: programs.load.program }),
      script: new Asset(this, 'LoadScript', { path: programs.load.script }),
    });

    deployed.grantRead(scorer);
    table.grantRecord(scorer);
    archive.grantRead(scorer);
    site.grantPublish(scorer);

    deployed.grantRead(conductor);
    table.grantRecord(conductor);

    const api = new Api(this, 'Api', { ...about, code: programs.api });
    deployed.grantRead(api);
    table.grantServe(api);
    site.grantLook(api);
    site.serveApi(api.url);

    deployed.grantRead(load);
    table.grantRead(load);
    archive.grantWrite(load);

    const topic = alarmTopic(this, 'Alarms') as ITopic;
    const { alarms } = new EventAlarms(this, 'EventAlarms', {
      event,
      scorer: scorer.function,
      conductor: conductor.function,
      api: api.function,
      topic,
    });
    new EventDashboard(this, 'EventDashboard', { eventId: about.eventId, scorer: scorer.function, alarms });

    this.tell('Scoreboard', `https://${site.distribution.distributionDomainName}`, 'What the audience looks at');
    this.tell(
      'OrganizerSecret',
      `aws secretsmanager get-secret-value --secret-id ${api.secret.secretArn} --query SecretString --output text`,
      'Shows what organizers log in with, at /control.html',
    );
    this.tell('Table', table.name, 'Rounds and log');
    this.tell('Archive', archive.name, 'Windows, for three months');
    this.tell('Site', site.bucketName, 'Where scoreboard.json lies');
    this.tell('ScorerFunction', scorer.function.functionName, 'Started every minute');
    this.tell('ApiFunction', api.function.functionName, 'Answers what pages ask');
    Tags.of(this).add('gameday:event', about.eventId);
    Tags.of(this).add('gameday:plane', 'organizer');
  }

  override get availabilityZones(): string[] {
    return twoZones();
  }

  /** An output under a name of its own: commands read it. */
  private tell(name: string, value: string, description: string): void {
    new CfnOutput(this, `${name}Output`, { value, description }).overrideLogicalId(name);
  }
}
