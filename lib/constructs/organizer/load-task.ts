import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { k6ScriptFile, loadProgramFile } from '../../../load/aws/bundle';
import { images } from './images';

interface LoadTaskProps {
  readonly role: iam.IRole;
  readonly executionRole: iam.IRole;
  readonly logGroup: ILogGroup;
  /** The load program and the script that k6 runs, one file each. */
  readonly program: Asset;
  readonly script: Asset;
  /** Which part of the teams it sends to, from 0, of how many. */
  readonly task: number;
  readonly tasks: number;
}

/** Where the containers meet. */
const shared = '/app';

/**
 * One task of the load program: a first container fetches program and script from S3, a second copies k6 out of its own image, and
 * the third, which is left, runs Node and starts k6 as its child. So no image is built, and k6 stays as its makers published it.
 */
export function loadTask(scope: Construct, props: LoadTaskProps): ecs.FargateTaskDefinition {
  const task = new ecs.FargateTaskDefinition(scope, 'Task', {
    // 25 teams at 60 steps a second use about half of it, so that a spike of twice the traffic still fits.
    cpu: 2048,
    memoryLimitMiB: 4096,
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.ARM64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
    taskRole: props.role,
    executionRole: props.executionRole,
    volumes: [{ name: 'app' }],
  });
  const container = (id: string, image: string, options: Omit<ecs.ContainerDefinitionOptions, 'image'>) => {
    const added = task.addContainer(id, {
      image: ecs.ContainerImage.fromRegistry(image),
      logging: ecs.LogDrivers.awsLogs({ logGroup: props.logGroup, streamPrefix: `task-${props.task}` }),
      ...options,
    });
    added.addMountPoints({ sourceVolume: 'app', containerPath: shared, readOnly: false });
    return added;
  };
  const first = { essential: false, entryPoint: ['/bin/sh', '-c'], user: '0' };
  const { program, script } = props;
  const fetch = container('Fetch', images.awsCli, {
    ...first,
    // The volume belongs to root; the program, which does not, gets a place of its own to write.
    command: [
      [
        `aws s3 cp ${program.s3ObjectUrl} ${shared}/${loadProgramFile}`,
        `aws s3 cp ${script.s3ObjectUrl} ${shared}/${k6ScriptFile}`,
        `mkdir -m 1777 ${shared}/tmp`,
      ].join(' && '),
    ],
  });
  const k6 = container('K6', images.k6, { ...first, command: [`cp /usr/bin/k6 ${shared}/k6`] });
  const load = container('Load', images.node, {
    command: ['node', `${shared}/${loadProgramFile}`],
    user: 'node',
    readonlyRootFilesystem: true,
    // In-flight requests end within a timeout of seconds; what is left is publishing. Fargate allows 120 s:
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
    stopTimeout: Duration.seconds(60),
    // Reaps children and hands SIGTERM on.
    linuxParameters: new ecs.LinuxParameters(scope, 'Linux', { initProcessEnabled: true }),
    environment: {
      TASK: `${props.task}`,
      TASKS: `${props.tasks}`,
      GAMEDAY_K6: `${shared}/k6`,
      TMPDIR: `${shared}/tmp`,
    },
  });
  const succeeded = ecs.ContainerDependencyCondition.SUCCESS;
  load.addContainerDependencies({ container: fetch, condition: succeeded }, { container: k6, condition: succeeded });
  return task;
}
