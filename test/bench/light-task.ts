import { main } from '../../load/aws/main';
import { journey } from './light-journey';

/** The load program of AWS, with the light journey; its k6 script is the file named by its argument. */
void main('rental-market', journey, process.argv[2] ?? '');
