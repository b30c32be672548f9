/** What an EC2 instance type can do. */
export interface InstanceType {
  readonly vcpus: number;
  readonly memoryMib: number;
  /** Speed of one vCPU next to a current general-purpose instance (m7i = 1). Our estimate from generations, not an AWS figure. */
  readonly speed: number;
  /** `undefined`: not burstable. */
  readonly burst: Burst | undefined;
}

/**
 * CPU credits: one is one vCPU at full speed for a minute.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html
 */
export interface Burst {
  readonly creditsPerHour: number;
  /** Share of each vCPU that the earned credits pay for, 0 to 1. */
  readonly baseline: number;
  /** Most that can be saved up: what 24 hours earn. */
  readonly maxCredits: number;
  /** Only T2 standard instances are given some at launch, 30 for each vCPU. */
  readonly launchCredits: number;
  /** Whether the balance outlives a stop, as all but T2's does. */
  readonly keptWhenStopped: boolean;
  readonly unlimitedByDefault: boolean;
}

/** [vCPUs, GiB, credits an hour, baseline] by size; T3, T3a and T4g are alike. */
const t3: Readonly<Record<string, readonly [number, number, number, number]>> = {
  nano: [2, 0.5, 6, 0.05],
  micro: [2, 1, 12, 0.1],
  small: [2, 2, 24, 0.2],
  medium: [2, 4, 24, 0.2],
  large: [2, 8, 36, 0.3],
  xlarge: [4, 16, 96, 0.4],
  '2xlarge': [8, 32, 192, 0.4],
};
const t2: typeof t3 = {
  nano: [1, 0.5, 3, 0.05],
  micro: [1, 1, 6, 0.1],
  small: [1, 2, 12, 0.2],
  medium: [2, 4, 24, 0.2],
  large: [2, 8, 36, 0.3],
  xlarge: [4, 16, 54, 0.225],
  '2xlarge': [8, 32, 81.6, 0.17],
};
const burstable: Readonly<Record<string, readonly [sizes: typeof t3, speed: number]>> = {
  t2: [t2, 0.75],
  t3: [t3, 0.85],
  t3a: [t3, 0.75],
  t4g: [t3, 0.9],
};

/**
 * vCPUs by size, for all others. `9xlarge` and `18xlarge` are those of C5, which has no `8xlarge` and no `16xlarge`.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-type-specifications.html
 */
const vcpusBySize: Readonly<Record<string, number>> = {
  medium: 1,
  large: 2,
  xlarge: 4,
  '2xlarge': 8,
  '4xlarge': 16,
  '8xlarge': 32,
  '9xlarge': 36,
  '12xlarge': 48,
  '16xlarge': 64,
  '18xlarge': 72,
  '24xlarge': 96,
  '32xlarge': 128,
  '48xlarge': 192,
};
/** GiB for each vCPU; C4 and R4 have up to a sixteenth less than that. */
const gibPerVcpu: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 };
const generationSpeed: Readonly<Record<string, number>> = { '4': 0.7, '5': 0.8, '6': 0.9, '7': 1, '8': 1.1 };

/** @returns `undefined` for a type that is not in the table */
export function tryInstanceType(name: string): InstanceType | undefined {
  const [family = '', size = ''] = name.split('.');
  // Only what the tables themselves have: a type may be called `constructor`.
  const small = Object.hasOwn(burstable, family) ? burstable[family] : undefined;
  if (small !== undefined) {
    return burstableType(Object.hasOwn(small[0], size) ? small[0][size] : undefined, small[1], family === 't2');
  }
  const [, letter = '', generation = '', processor = ''] = /^([cmr])([4-8])([a-z]*)(?:-flex)?$/.exec(family) ?? [];
  const gib = gibPerVcpu[letter];
  const vcpus = Object.hasOwn(vcpusBySize, size) ? vcpusBySize[size] : undefined;
  // Only Graviton, and AMD since its seventh generation, comes with one vCPU.
  const single = processor.includes('g') || (processor.includes('a') && Number(generation) >= 7);
  if (gib === undefined || vcpus === undefined || (size === 'medium' && !single)) return undefined;
  return { vcpus, memoryMib: vcpus * gib * 1024, speed: generationSpeed[generation] ?? 1, burst: undefined };
}

/** Stands in for a type that nobody knows: `large` and general-purpose. */
export const unknownInstanceType: InstanceType = { vcpus: 2, memoryMib: 8192, speed: 1, burst: undefined };

function burstableType(size: (typeof t3)[string] | undefined, speed: number, t2Rules: boolean) {
  if (size === undefined) return undefined;
  const [vcpus, gib, creditsPerHour, baseline] = size;
  return {
    vcpus,
    memoryMib: gib * 1024,
    speed,
    burst: {
      creditsPerHour,
      baseline,
      maxCredits: creditsPerHour * 24,
      launchCredits: t2Rules ? 30 * vcpus : 0,
      keptWhenStopped: !t2Rules,
      unlimitedByDefault: !t2Rules,
    },
  };
}
