import { resolve } from 'node:path';
import { findK6 } from '../../load/k6/binary';
import { startK6 } from '../../load/k6/engine';
import { runLoadProgram } from '../../load/program';
import { journey } from './light-journey';

void runLoadProgram(async (order, tell) => {
  const binary = await findK6(process.env);
  const journeyFile = resolve(__dirname, 'light-journey.ts');
  return startK6(order, { binary, journeyFile, journeySteps: journey.steps }, tell);
});
