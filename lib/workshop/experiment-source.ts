import type { ExperimentCard } from '../core/experiments/experiment';

/** Longest line of our sources. */
const WIDTH = 120;

/** The name under which a card is exported. */
export const exportName = (id: string): string => id.replace(/-+(\w?)/g, (_, letter: string) => letter.toUpperCase());

/**
 * A card as the source of a file in `scenarios/<id>/experiments`. Its texts stand in literals and nowhere else, so that nothing of what
 * somebody wrote of an incident can become code.
 * @param incident id of the past incident that it is about
 */
export const experimentSource = (card: ExperimentCard, incident: string): string =>
  "import type { ExperimentCard } from '../../../lib/core/experiments/experiment';\n\n" +
  `/** From the past incident ${incident.replace(/[^\w.-]/g, '-')}. */\n` +
  `export const ${exportName(card.id)}: ExperimentCard = ${literal(card, '')};\n`;

function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    const items = value.map((each) => literal(each, `${indent}  `));
    const flat = `[${items.join(', ')}]`;
    if (indent.length + flat.length + 20 <= WIDTH) return flat;
    return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(([key, each]) => {
    const text = literal(each, deeper);
    const isLong = typeof each === 'string' && deeper.length + key.length + text.length + 3 > WIDTH;
    return `${deeper}${key}:${isLong ? `\n${deeper}  ` : ' '}${text},\n`;
  });
  const flat = `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${literal(each, '')}`)
    .join(', ')} }`;
  const isSmall = Object.values(value).every((each) => typeof each !== 'object') && !flat.includes('FILL IN');
  return isSmall && indent.length + flat.length + 20 <= WIDTH ? flat : `{\n${lines.join('')}${indent}}`;
}

/** With the quotes that need fewer backslashes, single ones where it is all the same. */
function quoted(text: string): string {
  const single = text.split("'").length <= text.split('"').length;
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return single ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped.replaceAll('"', '\\"')}"`;
}
