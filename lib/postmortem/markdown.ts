import { formatClock } from '../core/event/durations';
import { sectionsOf, type Block } from './document';
import type { PostMortem } from './draft';
import { markdownText } from './markdown-text';

/** The draft as Markdown, the graph as an image beside it. @param image path of the graph, made by us */
export function markdownOf(draft: PostMortem, image: string): string {
  const sections = sectionsOf(draft).map(
    ({ title, blocks }) => `## ${title}\n\n${blocks.map((block) => blockText(block, image)).join('\n\n')}\n`,
  );
  return `# ${markdownText(draft.title)}\n\nStatus: draft. ${markdownText(draft.about)}\n\n${sections.join('\n')}`;
}

function blockText(block: Block, image: string): string {
  switch (block.kind) {
    case 'text':
      return markdownText(block.text);
    case 'heading':
      return `### ${markdownText(block.text)}`;
    case 'list':
      return block.items.length === 0 ? 'Nothing that the records know of.' : listText(block.items.map(markdownText));
    case 'figures':
      return listText(block.figures.map(({ label, value }) => `**${markdownText(label)}**: ${markdownText(value)}`));
    case 'table':
    case 'actions':
      return tableText(block.head, block.rows);
    case 'timeline':
      return tableText(
        ['Time', 'What'],
        block.items.map(({ atSeconds, text, quote }) => [
          formatClock(atSeconds),
          quote === null ? text : `${text}: “${quote}”`,
        ]),
      );
    case 'graph':
      return `![Share of requests served well, by the round](${image})`;
    case 'blank':
      return `> **To fill in**: ${markdownText(block.prompt)}`;
  }
}

const listText = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
