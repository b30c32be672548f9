import { htmlText } from './html-text';

/** Parts of a page. Whatever is handed in as text is nothing but text on the page. */

export const paragraph = (text: string): string => `<p>${htmlText(text)}</p>`;

/** @param otherwise what is said where there is no item */
export const bulletList = (items: readonly string[], otherwise: string): string =>
  items.length === 0
    ? `<p class="about">${htmlText(otherwise)}</p>`
    : `<ul>${items.map((item) => `<li>${htmlText(item)}</li>`).join('')}</ul>`;

/** Values with what they are, side by side. */
export const figureList = (figures: readonly { readonly label: string; readonly value: string }[]): string =>
  `<dl>${figures.map(({ label, value }) => `<div><dt>${htmlText(label)}</dt><dd>${htmlText(value)}</dd></div>`).join('')}</dl>`;

/** A table whose first column names the rows. */
export function dataTable(kind: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markupTable(
    kind,
    head,
    rows.map((row) => row.map(htmlText)),
  );
}

/** As `dataTable`, with cells that are markup: whoever makes them makes them safe. */
export function markupTable(kind: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headings = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map(cellMarkup).join('')}</tr>`)
    .join('');
  return `<div class="scroll" tabindex="0"><table class="${kind}"><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Longest cell, in characters, that stays on a line: times, numbers and words like them are read as one. */
const SHORT = 10;

const cellMarkup = (cell: string): string => `<td${cell.length <= SHORT ? ' class="short"' : ''}>${cell}</td>`;

/** A picture with what is to be seen in it. @param svg markup of our own making */
export const picture = (svg: string, caption: string): string =>
  `<figure tabindex="0">${svg}<figcaption>${htmlText(caption)}</figcaption></figure>`;

/** Room for people to write. */
export const room = (prompt: string): string => `<div class="blank"><p>${htmlText(prompt)}</p></div>`;
