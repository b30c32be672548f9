import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { GameDayError } from '../../core/errors';

const checkout = join(__dirname, '..', '..', '..');

/** Everything that is to be deployed, synthesised once for all accounts. */
export interface Assembly {
  readonly folder: string;
  /** The template of a stack of it. Throws when it has no such stack. */
  template(stackName: string): DeployedTemplate;
  /** By what CDK's toolkit selects a stack: its path in the app. Throws likewise. */
  idOf(stackName: string): string;
  dispose(): void;
}

/** A template as far as a deployment looks into it. */
export type DeployedTemplate = z.infer<typeof templateSchema>;

const templateSchema = z.looseObject({
  Parameters: z.record(z.string(), z.unknown()).optional(),
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Condition: z.string().optional() })),
});
const manifestSchema = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      displayName: z.string().optional(),
      properties: z.looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
    }),
  ),
});

/** What the CDK app is told besides the event: its context. */
/**
 * Runs the CDK app for an event, in a process of its own and with AWS's rules for templates checked. Throws `SynthFailed`.
 * @param event path of the event file
 * @param weaknesses what teams' stacks are left with: all that the scenario has, or none
 */
export async function synthesiseEvent(event: string, weaknesses: 'all' | 'none'): Promise<Assembly> {
  const folder = mkdtempSync(join(tmpdir(), 'gameday-assembly-'));
  const dispose = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const context = { ...cdkContext(), event: resolve(event), weaknesses };
    await promisify(execFile)(process.execPath, ['--import', 'tsx', join(checkout, 'bin', 'app.ts')], {
      cwd: checkout,
      env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context), NODE_OPTIONS: '' },
      maxBuffer: 64 * 2 ** 20,
    });
    const { artifacts } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    return {
      folder,
      dispose,
      idOf: (stackName) => artifactOf(artifacts, stackName).id,
      template: (stackName) =>
        templateSchema.parse(JSON.parse(readFileSync(join(folder, artifactOf(artifacts, stackName).file), 'utf8'))),
    };
  } catch (cause) {
    dispose();
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new GameDayError(
      'SynthFailed',
      `The stacks of ${event} cannot be synthesised:\n${said}`,
      `See the same with: npx cdk synth -c event=${event}`,
      { cause },
    );
  }
}

/** What `cdk` itself would hand to the app. */
const cdkContext = (): object =>
  z
    .looseObject({ context: z.looseObject({}).default({}) })
    .parse(JSON.parse(readFileSync(join(checkout, 'cdk.json'), 'utf8'))).context;

function artifactOf(artifacts: z.infer<typeof manifestSchema>['artifacts'], stackName: string) {
  for (const [artifactId, { type, properties, displayName }] of Object.entries(artifacts)) {
    const file = properties?.templateFile;
    if (type !== 'aws:cloudformation:stack' || file === undefined) continue;
    if ((properties?.stackName ?? artifactId) === stackName) return { id: displayName ?? artifactId, file };
  }
  throw new Error(`the CDK app made no stack ${stackName}`);
}
