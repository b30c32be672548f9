import { PutMetricDataCommand, type CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { loadMetrics } from '../../lib/aws/load-metrics';
import { gameDayNamespace } from '../../lib/aws/window-metrics';
import type { TeamWindow } from '../../lib/core/scorer/ports';

/** Why steps of a window are missing when this machine cannot keep up, as `WindowLine.flags` tells it. */
const saturation = new Set(['engine-lag', 'engine-late', 'engine-full', 'engine-sockets']);

/** How the load program itself fares: counted since it was last told. */
export class Health {
  private saturated = 0;
  private restarts = 0;
  private dropped = 0;

  /** A few late journeys spoil nothing; a window counts when more than one step in twenty is missing. */
  window({ flags, expected, fast, acceptable, slow, faulty, failed }: TeamWindow): void {
    const missing = expected - (fast + acceptable + slow + faulty + failed);
    if (missing > expected / 20 && flags.some((flag) => saturation.has(flag))) this.saturated += 1;
  }

  restarting(): void {
    this.restarts += 1;
  }

  dropping(windows: number): void {
    this.dropped += windows;
  }

  /** Publishes what was counted; what cannot be told now is told the next time. */
  async publish(client: CloudWatchClient, event: string): Promise<void> {
    const told = { saturated: this.saturated, restarts: this.restarts, dropped: this.dropped };
    const values = { heartbeat: 1, ...told };
    const names = Object.keys(values) as readonly (keyof typeof values)[];
    await client.send(
      new PutMetricDataCommand({
        Namespace: gameDayNamespace,
        MetricData: names.map((name) => ({
          MetricName: loadMetrics[name],
          Dimensions: [{ Name: 'Event', Value: event }],
          Unit: 'Count',
          Value: values[name],
        })),
      }),
    );
    this.saturated -= told.saturated;
    this.restarts -= told.restarts;
    this.dropped -= told.dropped;
  }
}
