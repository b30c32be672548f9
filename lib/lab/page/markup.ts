/** Text that is safe in HTML, in attributes too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Whole numbers with thousands apart. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** A share as a percentage with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A coordinate, short enough for a page of many. */
export const place = (value: number): string => String(Math.round(value * 100) / 100);

/** A section with a heading and a line that says how to read it; nothing when there is nothing to show. */
export const section = (title: string, about: string, content: string): string =>
  content === '' ? '' : `<section><h2>${escaped(title)}</h2><p class="about">${escaped(about)}</p>${content}</section>`;

/** A table whose first column names the rows. Cells are markup. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const headings = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll"><table><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div>`;
}
