import type { InstanceAction, InstanceAlarm } from '../../architecture/read-instance-alarms';
import type { Server } from './server';
import type { Servers } from './servers';

interface Watch {
  alarm: InstanceAlarm;
  /** Whose figures these are: another server has none yet. */
  server: Server | undefined;
  minutes: number[];
  datapoints: number[];
  ringing: boolean;
}

/** CloudWatch alarms on status checks, and what they do to the instance. */
export class InstanceAlarms {
  private watches: readonly Watch[] = [];

  /** An alarm that was there keeps what it has seen. */
  configure(alarms: readonly InstanceAlarm[]): void {
    this.watches = alarms.map((alarm) => {
      const there = this.watches.find((each) => each.alarm.id === alarm.id);
      return there === undefined ? fresh(alarm) : Object.assign(there, { alarm });
    });
  }

  /**
   * To be called every minute: the status checks are in. An EC2 action is taken once, when the alarm begins to ring.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   */
  minute(servers: Servers, serverOf: (instance: string) => Server | undefined): void {
    for (const watch of this.watches) {
      const server = serverOf(watch.alarm.instance);
      if (server !== watch.server) Object.assign(watch, fresh(watch.alarm), { server });
      // Only a running instance is checked; a period without figures leaves the alarm as it is.
      if (server === undefined || server.state === 'stopped' || server.state === 'gone') continue;
      if (!collect(watch, fails(server, watch.alarm.check) ? 1 : 0)) continue;
      const rang = watch.ringing;
      watch.ringing = rings(watch);
      if (watch.ringing && !rang) for (const action of watch.alarm.actions) act(servers, server, action);
    }
  }
}

const fresh = (alarm: InstanceAlarm): Watch => ({
  alarm,
  server: undefined,
  minutes: [],
  datapoints: [],
  ringing: false,
});

/** What fails the system check fails the instance check too. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
const fails = (server: Server, check: InstanceAlarm['check']): boolean =>
  check === 'system' ? server.failedCheck === 'system' : server.failedCheck !== undefined;

/** @returns whether a period is complete */
function collect(watch: Watch, value: number): boolean {
  watch.minutes.push(value);
  if (watch.minutes.length < watch.alarm.periodMinutes) return false;
  watch.datapoints.push(summary(watch.alarm.statistic, watch.minutes));
  if (watch.datapoints.length > watch.alarm.periods) watch.datapoints.shift();
  watch.minutes = [];
  return true;
}

function summary(statistic: InstanceAlarm['statistic'], minutes: readonly number[]): number {
  const sum = minutes.reduce((total, each) => total + each, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'Average':
      return sum / minutes.length;
    case 'Maximum':
      return Math.max(...minutes);
    case 'Minimum':
      return Math.min(...minutes);
  }
}

function rings({ alarm, datapoints }: Watch): boolean {
  const beyond = datapoints.filter((value) =>
    alarm.comparison === 'above' ? value > alarm.threshold : value >= alarm.threshold,
  );
  return beyond.length >= alarm.datapoints;
}

function act(servers: Servers, server: Server, action: InstanceAction): void {
  switch (action) {
    case 'reboot':
      return servers.reboot(server);
    case 'recover':
      servers.recover(server);
      return;
    case 'stop':
      return servers.stop(server);
    case 'terminate':
      return servers.terminate(server);
  }
}
