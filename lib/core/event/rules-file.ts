import type { Rules } from './event';
import { filledRules } from './event-defaults';
import { inOrder, shapeComplaints, valueAt, type Complaint, type Mistake } from './event-mistakes';
import { rulesSchema } from './event-schema';
import { rulesForm } from './event-text';
import { rulesComplaints, rulesDraftOf } from './rules-draft';
import { readYaml } from './yaml-text';

type RulesResolution =
  { readonly ok: true; readonly rules: Rules } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads other rules for a fold: the same sections as `rules` of an event file, with or without that key above them. What is left
 * out stays as it is in the event. Bands cannot change, because answers were classed by them when they were measured.
 */
export function readRulesText(text: string, current: Rules): RulesResolution {
  const { content, mistakes, place } = readYaml(text);
  const below = valueAt(content, ['rules']) !== undefined;
  const written = below ? valueAt(content, ['rules']) : content;
  const merged = overlaid(rulesForm(current), written);

  const found = content === undefined ? [] : complaints(written, merged, current);
  const all = [...mistakes, ...found.map((complaint) => place(below ? complaint : withoutTop(complaint)))];
  return all.length > 0
    ? { ok: false, mistakes: inOrder(all) }
    : { ok: true, rules: filledRules(rulesSchema.parse(merged)) };
}

function complaints(written: unknown, merged: unknown, current: Rules): Complaint[] {
  if (!isSection(written)) {
    const fix = 'Write sections such as `spend: { weight: 0.5 }`.';
    return [{ path: ['rules'], what: 'There are no rules in this file', fix }];
  }
  const shape = shapeComplaints(rulesSchema, merged).map((each) => ({ ...each, path: ['rules', ...each.path] }));
  const draft = rulesDraftOf(merged);
  return [...shape, ...rulesComplaints(draft), ...bandsStay(draft.bands, current.bands)];
}

function bandsStay(bands: Rules['bands'] | undefined, current: Rules['bands']): Complaint[] {
  const changed = (['fastMs', 'acceptableMs', 'timeoutMs'] as const).some((band) => bands?.[band] !== current[band]);
  if (bands === undefined || !changed) return [];
  const what = 'bands cannot change, because every answer was classed by them when it was measured';
  return [{ path: ['rules', 'bands'], what, fix: 'Remove bands.' }];
}

const withoutTop = (complaint: Complaint): Complaint => ({ ...complaint, path: complaint.path.slice(1) });

/** `over` laid upon `base`, section by section. */
function overlaid(base: unknown, over: unknown): unknown {
  if (!isSection(base) || !isSection(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, Object.hasOwn(over, key) ? overlaid(base[key], over[key]) : base[key]]),
  );
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
