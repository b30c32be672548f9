import { resolve } from 'node:path';
import { findK6 } from '../../load/k6/binary';
import { bundleScript } from '../../load/k6/bundle';
import { startK6 } from '../../load/k6/engine';
import { runLoadProgram } from '../../load/program';
import { journey } from './light-journey';

void runLoadProgram(async (order, tell) => {
  const binary = await findK6(process.env);
  const writeScript = (file: string) => bundleScript(resolve(__dirname, 'light-journey.ts'), file);
  return startK6(order, { binary, writeScript, journeySteps: journey.steps }, tell);
});
