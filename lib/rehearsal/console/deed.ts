import type { UndatedEntry } from '../../core/records/records';

/** Facts of what people do to a team of a rehearsal. */
const deeds = ['seat', 'settings-changed', 'resource-created', 'resource-deleted', 'operated'] as const;
export type Deed = Extract<UndatedEntry, { readonly type: (typeof deeds)[number] }>;

export const isDeed = (fact: UndatedEntry): fact is Deed => deeds.some((type) => type === fact.type);
