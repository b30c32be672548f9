import { subscribe } from 'node:diagnostics_channel';
import { faultExecutors } from '../../lib/aws/experiments/fault-accounts';
import type { Fault } from '../../lib/core/experiments/fault';
import { anExperiment } from '../support/an-experiment';
import { aRun, teams } from './experiments-parts';

/**
 * Begins a run of a fault at team blue and kills itself right after the answer with the given number, as a machine that loses power does.
 *
 *     node --import tsx fault-child.ts RUN ANSWERS SCHEDULER-ENDPOINT FAULT-AS-JSON
 */
async function main(): Promise<void> {
  const [run = '', answers = '', endpoint, fault = ''] = process.argv.slice(2);
  let seen = 0;
  const count = (): void => {
    seen += 1;
    if (seen === Number(answers)) process.kill(process.pid, 'SIGKILL');
  };
  // The SDK speaks by node:http, the scheduler is called by fetch.
  subscribe('http.client.response.finish', count);
  subscribe('undici:request:trailers', count);
  const executorOf = await faultExecutors({ teams }, { endpoint });
  await executorOf('blue').start(aRun(run, 'blue'), anExperiment({ fault: JSON.parse(fault) as Fault }));
}

void main();
