import { formatClock } from '../core/event/durations';
import { sectionsOf, type Block } from './document';
import type { PostMortem } from './draft';
import { graphSvg } from './graph-svg';
import { htmlText } from './html-text';
import { bulletList, dataTable, figureList, paragraph, picture, room } from './markup';
import { pageText } from './page';
import type { TimelineItem } from './timeline';

/** The draft as a page of its own. */
export function htmlOf(draft: PostMortem): string {
  const sections = sectionsOf(draft).map(
    ({ title, blocks }) => `<section><h2>${htmlText(title)}</h2>${blocks.map(blockMarkup).join('')}</section>`,
  );
  return pageText({ title: draft.title, badge: 'draft', about: draft.about, body: sections.join('') });
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text);
    case 'heading':
      return `<h3>${htmlText(block.text)}</h3>`;
    case 'list':
      return bulletList(block.items, 'Nothing that the records know of.');
    case 'figures':
      return figureList(block.figures);
    case 'table':
    case 'actions':
      return dataTable(block.kind, block.head, block.rows);
    case 'timeline':
      return `<ol class="timeline">${block.items.map(itemMarkup).join('')}</ol>`;
    case 'graph':
      return picture(
        graphSvg(block.graph),
        'Share of requests served well, by the round; the broken line is the objective, and a gap was not measured.',
      );
    case 'blank':
      return room(block.prompt);
  }
}

const itemMarkup = ({ atSeconds, kind, text, quote }: TimelineItem): string =>
  `<li class="${kind}"><time>${formatClock(atSeconds)}</time><div>${htmlText(text)}${quote === null ? '' : `<q>${htmlText(quote)}</q>`}</div></li>`;
