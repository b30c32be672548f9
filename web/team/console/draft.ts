import type { ArchitectureView } from '../../../lib/api/views/architecture-view';
import type { SettingValue } from '../../../lib/core/records/records';

export type ResourceView = ArchitectureView['resources'][number];
export type SettingView = ResourceView['settings'][number];

/** A change that is meant and not deployed yet. Null says nothing, so that AWS's own default counts. */
export interface DraftChange {
  readonly resource: string;
  readonly path: readonly string[];
  readonly before: SettingValue | null;
  readonly after: SettingValue | null;
}
export type Draft = readonly DraftChange[];

const isOf = (change: DraftChange, resource: string, path: readonly string[]): boolean =>
  change.resource === resource && change.path.join('/') === path.join('/');

const same = (one: SettingValue | null, other: SettingValue | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The draft with a setting meant to be so; what stands so already is no change. */
export function drafted(draft: Draft, resource: string, setting: SettingView, after: SettingValue | null): Draft {
  const { path, value: before } = setting;
  const others = draft.filter((change) => !isOf(change, resource, path));
  return same(before, after) ? others : [...others, { resource, path, before, after }];
}

/** What a setting is meant to be: as the draft says, else as it stands. */
export function meant(draft: Draft, resource: string, { path, value }: SettingView): SettingValue | null {
  const change = draft.find((each) => isOf(each, resource, path));
  return change === undefined ? value : change.after;
}

/** The draft as the API takes it. */
export const changesOf = (draft: Draft): { resource: string; path: string[]; value?: SettingValue }[] =>
  draft.map(({ resource, path, after }) => ({
    resource,
    path: [...path],
    ...(after === null ? {} : { value: after }),
  }));

/** What has been reached, or is about a resource that is gone, is meant no more. */
export function settled(draft: Draft, { resources }: Pick<ArchitectureView, 'resources'>): Draft {
  const kept = draft.flatMap((change) => {
    const setting = resources
      .find(({ id }) => id === change.resource)
      ?.settings.find(({ path }) => isOf(change, change.resource, path));
    return setting === undefined || same(setting.value, change.after) ? [] : [{ ...change, before: setting.value }];
  });
  return kept.length === draft.length && kept.every((each, place) => same(each.before, draft[place]?.before ?? null))
    ? draft
    : kept;
}
