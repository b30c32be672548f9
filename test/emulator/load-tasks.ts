import { DescribeTaskDefinitionCommand, ECSClient, ListTaskDefinitionsCommand } from '@aws-sdk/client-ecs';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findK6 } from '../../load/k6/binary';
import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';

/** A task of the load program that runs on this machine as Fargate would run it. */
interface LoadTask {
  said(): string;
  /** As ECS stops a task; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts every deployed task of the load program: what its first container fetches from S3, the environment that its task definition
 * gives, and the credentials of their role.
 *
 * @param role ARN; moto does not keep what the task definition says
 * @param folder for their files
 */
export async function startLoadTasks(emulator: Emulator, role: string, folder: string): Promise<readonly LoadTask[]> {
  const ecs = new ECSClient(organizerOptions(emulator));
  const { taskDefinitionArns: arns } = await ecs.send(new ListTaskDefinitionsCommand({}));
  return Promise.all((arns ?? []).map((arn, index) => startTask(emulator, role, arn, join(folder, `task-${index}`))));
}

async function startTask(emulator: Emulator, role: string, arn: string, folder: string): Promise<LoadTask> {
  const ecs = new ECSClient(organizerOptions(emulator));
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }));
  const container = (name: string) => taskDefinition?.containerDefinitions?.find((each) => each.name === name);
  const files = [...(container('Fetch')?.command?.join(' ') ?? '').matchAll(/s3:\/\/([^/]+)\/(\S+) (\S+)/g)];
  const s3 = new S3Client(organizerOptions(emulator));
  await mkdir(folder, { recursive: true });
  for (const [, bucket, key, place] of files) {
    const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    await writeFile(join(folder, basename(place ?? '')), (await body?.transformToByteArray()) ?? '');
  }
  const load = container('Load');
  const program = join(folder, basename(load?.command?.at(-1) ?? ''));
  const given: NodeJS.ProcessEnv = {};
  for (const { name, value } of load?.environment ?? []) given[name ?? ''] = value;
  const child = spawn(process.execPath, [program], {
    env: {
      ...given,
      PATH: process.env['PATH'],
      ...(await emulator.envOfRole(role)),
      GAMEDAY_K6: await findK6(process.env),
      TMPDIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  return {
    said: () => said,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
