import { formatClock } from '../core/event/durations';
import { sectionsOf, type Block } from './document';
import type { PostMortem } from './draft';
import { graphSvg } from './graph-svg';
import { htmlText } from './html-text';
import { style } from './style';
import type { TimelineItem } from './timeline';

/** Nothing is loaded from anywhere and no script runs, whatever somebody wrote. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The draft as a page of its own. */
export function htmlOf(draft: PostMortem): string {
  const sections = sectionsOf(draft).map(
    ({ title, blocks }) => `<section><h2>${htmlText(title)}</h2>${blocks.map(blockMarkup).join('')}</section>`,
  );
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${htmlText(draft.title)}</title><style>${style}</style></head>` +
    `<body><main><header><span class="badge">draft</span><h1>${htmlText(draft.title)}</h1><p class="about">${htmlText(draft.about)}</p></header>` +
    `${sections.join('')}</main></body></html>\n`
  );
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${htmlText(block.text)}</p>`;
    case 'heading':
      return `<h3>${htmlText(block.text)}</h3>`;
    case 'list':
      return block.items.length === 0
        ? '<p class="about">Nothing that the records know of.</p>'
        : `<ul>${block.items.map((item) => `<li>${htmlText(item)}</li>`).join('')}</ul>`;
    case 'figures':
      return `<dl>${block.figures.map(({ label, value }) => `<div><dt>${htmlText(label)}</dt><dd>${htmlText(value)}</dd></div>`).join('')}</dl>`;
    case 'table':
    case 'actions':
      return tableMarkup(block.kind, block.head, block.rows);
    case 'timeline':
      return `<ol class="timeline">${block.items.map(itemMarkup).join('')}</ol>`;
    case 'graph':
      return `<figure>${graphSvg(block.graph)}<figcaption>Share of requests served well, by the round; the broken line is the objective, and a gap was not measured.</figcaption></figure>`;
    case 'blank':
      return `<div class="blank"><p>${htmlText(block.prompt)}</p></div>`;
  }
}

const itemMarkup = ({ atSeconds, kind, text, quote }: TimelineItem): string =>
  `<li class="${kind}"><time>${formatClock(atSeconds)}</time><div>${htmlText(text)}${quote === null ? '' : `<q>${htmlText(quote)}</q>`}</div></li>`;

function tableMarkup(kind: 'table' | 'actions', head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${htmlText(first)}</th>${rest.map((cell) => `<td>${htmlText(cell)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll"><table class="${kind}"><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}
