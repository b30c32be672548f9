import type { NotModelled } from '../architecture/architecture';
import { readArchitecture } from '../architecture/read';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { columns } from '../core/view/columns';
import { assumptionsOf } from '../lab/findings/assumptions';
import { loadScenario } from '../scenarios/catalogue';
import { experimentFiles } from '../scenarios/experiment-files';
import { unfinished } from '../scenarios/to-fill-in';
import { synthesise } from '../scenarios/synth';
import { checkWeaknesses, isSound, type WeaknessCheck } from '../scenarios/weakness-check';

/**
 * Shows what the weaknesses of a scenario change. Throws `ScenarioBroken` when somebody began an experiment and did not finish it,
 * `ScenarioUnfair` when a weakness changes nothing or what another changes, and what loading a scenario throws.
 */
export async function checkScenario(name: string, io: Io): Promise<void> {
  const { experiments } = await loadScenario(name);
  const toDo = unfinished(
    await experimentFiles(name),
    experiments.map(({ id }) => id),
  );
  if (toDo.length > 0) {
    throw new GameDayError(
      'ScenarioBroken',
      `${name} has experiments that are not ready:\n${toDo.map((line) => `  ${line}`).join('\n')}`,
      'Fill them in and list them, or remove their files.',
    );
  }
  const synthesis = await synthesise(name);
  const checks = checkWeaknesses(synthesis);
  const rows = checks.map((check) => [check.weakness, `${check.values}`, verdict(check)]);
  io.result(columns([['Weakness', 'Values', ''], ...rows], [0, 2]));
  io.result(assumptions(readArchitecture(synthesis.spoiled).notModelled));
  const broken = checks.filter((check) => !isSound(check));
  if (broken.length === 0) return io.notify(`Next: npx gameday lab ${name}`);
  throw new GameDayError(
    'ScenarioUnfair',
    `In ${name}, these weaknesses cannot be repaired one by one: ${broken.map(({ weakness }) => weakness).join(', ')}`,
    'Let each change values of the template that no other changes.',
  );
}

function verdict({ values, overlaps: [overlap] }: WeaknessCheck): string {
  if (overlap !== undefined) return `changes ${overlap.path}, and so does ${overlap.with}`;
  return values === 0 ? 'changes nothing' : 'on its own';
}

function assumptions(notModelled: readonly NotModelled[]): string {
  if (notModelled.length === 0) return '\nEverything in the template has behaviour in the arena.\n';
  const lines = assumptionsOf(notModelled).map(({ type, assumed }) => `  ${type}: ${assumed}`);
  return `\nWithout behaviour in the arena, and what is assumed:\n${lines.sort().join('\n')}\n`;
}
