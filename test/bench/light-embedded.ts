import { startEmbedded } from '../../load/embedded/engine';
import { runLoadProgram } from '../../load/program';
import { journey } from './light-journey';

void runLoadProgram((order, tell) => Promise.resolve(startEmbedded(order, journey, tell)));
