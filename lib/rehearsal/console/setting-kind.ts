import type { SettingValue } from '../../core/records/records';

/** How the template writes that one resource means another. */
export type ReferenceForm = 'ref' | 'group-id' | 'target' | 'allocation-id';

/**
 * What a setting may be. `otherwise` is what AWS takes where nothing is said, in its own words. A `fixed` one is shown and cannot be
 * changed.
 */
export type SettingKind = { readonly otherwise?: string } & (
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly fractions?: true }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly must: string }
  | { readonly kind: 'texts'; readonly pattern: RegExp; readonly must: string; readonly most: number }
  | { readonly kind: 'instance-type' }
  | { readonly kind: 'reference'; readonly to: readonly string[]; readonly form: ReferenceForm }
  | {
      readonly kind: 'references';
      readonly to: readonly string[];
      readonly form: ReferenceForm;
      readonly least: number;
    }
  | { readonly kind: 'fixed'; readonly to?: readonly string[] }
);

/** What can be done to a resource of a type, beside changing its settings. */
interface ResourceRights {
  /** The service whose console shows it. */
  readonly service: string;
  /** By path below `Properties`; `*` stands for every place of a list. */
  readonly settings: Readonly<Record<string, SettingKind>>;
  readonly deletable?: true;
  /** How its servers are launched anew. */
  readonly renewal?: 'redeploy' | 'replace';
}
export type ResourceKinds = Readonly<Record<string, ResourceRights>>;

export const number = (least: number, most: number, otherwise?: string): SettingKind => ({
  kind: 'number',
  least,
  most,
  ...saying(otherwise),
});
export const fraction = (least: number, most: number, otherwise?: string): SettingKind => ({
  kind: 'number',
  least,
  most,
  fractions: true,
  ...saying(otherwise),
});
export const choice = (of: readonly string[], otherwise?: string): SettingKind => ({
  kind: 'choice',
  of,
  ...saying(otherwise),
});
export const flag = (otherwise?: string): SettingKind => ({ kind: 'flag', ...saying(otherwise) });
export const text = (pattern: RegExp, must: string, otherwise?: string): SettingKind => ({
  kind: 'text',
  pattern,
  must,
  ...saying(otherwise),
});
export const reference = (to: string, form: ReferenceForm = 'ref'): SettingKind => ({
  kind: 'reference',
  to: [to],
  form,
});
export const references = (to: string, least: number, form: ReferenceForm = 'ref'): SettingKind => ({
  kind: 'references',
  to: [to],
  form,
  least,
});
export const fixed = (...to: string[]): SettingKind => (to.length === 0 ? { kind: 'fixed' } : { kind: 'fixed', to });

const saying = (otherwise: string | undefined): { readonly otherwise?: string } =>
  otherwise === undefined ? {} : { otherwise };

/** A value as it stands in a sentence. */
export const words = (value: SettingValue): string => (Array.isArray(value) ? value.join(', ') : String(value));
