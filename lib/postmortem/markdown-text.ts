import { plainText } from './html-text';

/** What begins something in Markdown, wherever in a line it stands. https://spec.commonmark.org/0.31.2/#backslash-escapes */
const structural = /[\\`*_{}[\]|~$^]/g;

/**
 * Text that is nothing but text in Markdown, on one line: no markup, no HTML, no cell of a table, no link but that which GitHub makes of an
 * e-mail address. It must not be the first thing of a line, where digits, dashes and others begin lists.
 */
export const markdownText = (text: string): string =>
  plainText(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
    .replace(structural, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // GitHub makes links of bare addresses. https://github.github.com/gfm/#autolinks-extension-
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/(www)\./gi, '$1&#46;');
