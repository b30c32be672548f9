import { mistakesError } from '../rehearsal/records/event-on-disk';
import { readTextFile } from '../rehearsal/records/text-file';
import { readCatalogue } from '../workshop/incident-catalogue';
import type { PastIncident } from '../workshop/past-incident';

/** The past incidents of a catalogue. Throws `FileMissing`, `BadFile`, or `BadEvent` with every mistake. */
export function readPastIncidents(path: string): readonly PastIncident[] {
  const read = readCatalogue(readTextFile(path, 'a catalogue of past incidents: gameday incidents import writes one'));
  if (read.ok) return read.incidents;
  throw mistakesError(path, read.mistakes, 'Correct the catalogue and run the command again.');
}
