import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import type { GameDayEvent } from '../../core/event/event';
import { eventJson } from '../../core/event/event-json';
import { readObject } from '../read-object';
import { textAsset } from '../text-asset';
import type { Grantee } from './grantee';

/** The validated event as JSON in S3. Its key changes with its content, so a changed event is a change of whatever reads it. */
export class EventObject extends Construct {
  private readonly asset: Asset;

  constructor(scope: Construct, id: string, event: GameDayEvent) {
    super(scope, id);
    this.asset = textAsset(this, 'Json', 'event.json', eventJson(event));
  }

  grantRead(grantee: Grantee): void {
    grantee.role.addToPolicy(readObject(this.asset));
    grantee.setEnvironment('EVENT_BUCKET', this.asset.s3BucketName);
    grantee.setEnvironment('EVENT_KEY', this.asset.s3ObjectKey);
  }
}
