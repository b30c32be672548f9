import { renderSVG } from 'uqr';
import type { NewCode } from './new-codes';
import type { SheetFacts } from './sheet-text';

/** A page to print, a sheet of paper for each team; needs nothing but itself. */
export const sheetPage = (codes: readonly NewCode[], facts: SheetFacts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>${escaped(facts.eventName)}: team codes</title>
<style>
  @page { margin: 2cm; }
  body { margin: 0; font: 16pt/1.4 system-ui, sans-serif; color: #000; background: #fff; }
  section { break-after: page; break-inside: avoid; padding: 1cm; text-align: center; }
  section:last-child { break-after: auto; }
  h1 { font-size: 28pt; margin: 0 0 .3em; }
  .code { font: bold 20pt/1.4 ui-monospace, monospace; white-space: nowrap; margin: 1em 0; }
  svg { width: 6cm; height: 6cm; }
  p { margin: .4em 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
${codes.map((code) => sheet(code, facts)).join('\n')}
</body>
</html>
`;

const sheet = ({ team, code }: NewCode, { eventName, address }: SheetFacts): string => `<section>
<p>${escaped(eventName)}</p>
<h1>${escaped(team.name)}</h1>
${renderSVG(address, { border: 2 })}
<p>${escaped(address)}</p>
<p class="code">${escaped(code)}</p>
<p>Your team’s code. Whoever has it is in your account: show it to nobody else.</p>
</section>`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
