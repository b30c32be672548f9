import { stringify } from 'yaml';
import { z } from 'zod';
import { inOrder, shapeComplaints, type Mistake } from '../core/event/event-mistakes';
import { readYaml } from '../core/event/yaml-text';
import { pastIncidentSchema, type PastIncident } from './past-incident';

const catalogueSchema = z.strictObject(
  { incidents: z.array(pastIncidentSchema, { error: 'Write a list of incidents.' }) },
  { error: 'Write the key incidents, and a list of incidents below it.' },
);

export type ReadCatalogue =
  | { readonly ok: true; readonly incidents: readonly PastIncident[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads a catalogue of past incidents. Total: every mistake is told with its line and column. */
export function readCatalogue(text: string): ReadCatalogue {
  const { content, mistakes, place } = readYaml(text);
  const complaints = content === undefined ? [] : shapeComplaints(catalogueSchema, content).map(place);
  const all = inOrder([...mistakes, ...complaints]);
  if (all.length > 0) return { ok: false, mistakes: all };
  return { ok: true, incidents: catalogueSchema.parse(content).incidents };
}

/** A catalogue as text whose differences are easy to review: a block for each incident, the oldest first. */
export const catalogueText = (incidents: readonly PastIncident[]): string =>
  `# Past incidents, classified. Written by gameday incidents import; what you correct here stays until it is imported anew.\n${stringify(
    { incidents: incidents.toSorted(byDate) },
    { lineWidth: 0, indentSeq: true },
  )}`;

/** What an import makes of a catalogue. */
export interface Merge {
  readonly incidents: readonly PastIncident[];
  readonly added: readonly PastIncident[];
  readonly changed: readonly PastIncident[];
  readonly same: number;
}

/** Lays what was read upon a catalogue: by id, so that a second import of the same changes nothing, and nothing is ever removed. */
export function mergeIncidents(known: readonly PastIncident[], read: readonly PastIncident[]): Merge {
  const before = new Map(known.map((incident) => [incident.id, incident]));
  const added = read.filter(({ id }) => !before.has(id));
  const isChanged = (incident: PastIncident): boolean => {
    const old = before.get(incident.id);
    return old !== undefined && canonical(old) !== canonical(incident);
  };
  const changed = read.filter(isChanged);
  const after = new Map([...before, ...read.map((incident) => [incident.id, incident] as const)]);
  return { incidents: [...after.values()], added, changed, same: read.length - added.length - changed.length };
}

const canonical = (incident: PastIncident): string => JSON.stringify(pastIncidentSchema.parse(incident));

const byDate = (a: PastIncident, b: PastIncident): number =>
  a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1;
