import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { tryFindPythonTools } from '../support/python-tools';

const greetingSchema = z.strictObject({
  port: z.number(),
  stubs: z.array(z.string()),
  organizer: z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() }),
});

/** A local AWS, one process of its own on a free loopback port. */
export interface Emulator {
  /** By name, not by number: moto reads templates by path only where the host is called localhost. */
  readonly url: string;
  /** Types that are records of nothing. */
  readonly stubs: readonly string[];
  /** What every SDK and the CDK read, to act as the organizer in the organizer's account; nothing of this process's own account. */
  readonly env: Readonly<Record<string, string>>;
  /** What a program reads that acts as a role, of whatever account: as AWS starts functions and tasks. */
  envOfRole(arn: string): Promise<Readonly<Record<string, string>>>;
  /** What it wrote to its standard error: warnings, and the stack of every failure. */
  said(): string;
  stop(): Promise<void>;
}

/** Region of everything that tests deploy. */
export const region = 'eu-central-1';

/**
 * Starts the emulator with an organizer's account and teams' accounts, which have nothing but the role by which Organizations lets the
 * organizer in. `ensurePythonTools` must have been called once on this machine.
 */
export async function startEmulator(organizer: string, teams: readonly string[]): Promise<Emulator> {
  const python = tryFindPythonTools();
  if (python === undefined) throw new Error('moto is not installed: run `npm test -- emulator`, which installs it');
  const child = spawn(python, ['-m', 'plugin', organizer, ...teams], {
    cwd: __dirname,
    env: {
      PATH: process.env['PATH'],
      PYTHONDONTWRITEBYTECODE: '1',
      // Functions take the SDK from here, as they take it from the runtime on AWS.
      EMULATOR_NODE_PATH: resolve(__dirname, '../../node_modules'),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const lines = createInterface(child.stdout);
  const greeting = new Promise<string>((settle) => lines.once('line', settle).once('close', () => settle('')));
  const first = await greeting;
  if (first === '') throw new Error(`the emulator did not start:\n${said}`);
  const { port, stubs, organizer: key } = greetingSchema.parse(JSON.parse(first));
  const url = `http://localhost:${port}`;
  const common = { AWS_ENDPOINT_URL: url, AWS_REGION: region, AWS_EC2_METADATA_DISABLED: 'true' };
  const env = {
    ...common,
    // The CDK's own client for files asks for it by this name.
    AWS_ENDPOINT_URL_S3: url,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
  };
  // By number: buckets are then paths, and not names below localhost, which not every machine resolves.
  const files = { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
  const envOfRole = async (arn: string) => ({ ...common, ...files, ...(await roleCredentials(url, arn)) });
  return { url, stubs, env, envOfRole, said: () => said, stop: () => stopChild(child) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

/** The key that stands for AWS's own services, which may assume every role. */
export const serviceKey = { accessKeyId: 'AKIAAWSSERVICES00000', secretAccessKey: 'any' };

async function roleCredentials(endpoint: string, arn: string): Promise<Record<string, string>> {
  const sts = new STSClient({ endpoint, region, credentials: serviceKey });
  const { Credentials: given } = await sts.send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'emulator' }));
  return {
    AWS_ACCESS_KEY_ID: given?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: given?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: given?.SessionToken ?? '',
  };
}
