/** What a reader sees of a piece of the report's page: markup of our own making, so that simple patterns find it. */

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('\u00a0', ' ');

/** The markup of the section or article of an id, up to the next one. */
export function pieceOf(page: string, id: string): string {
  const begin = page.indexOf(`id="${id}"`);
  if (begin === -1) throw new Error(`the page has no piece ${id}`);
  const rest = page.slice(begin);
  const end = rest.slice(1).search(/<(section|article) /);
  return end === -1 ? rest : rest.slice(0, end + 1);
}

/** The rows of the tables of a kind, without their heads. */
export const rowsOf = (piece: string, kind: string): string[][] =>
  [...piece.matchAll(new RegExp(`<table class="${kind}">.*?<tbody>(.*?)</tbody>`, 'gs'))].flatMap(([, body]) =>
    [...body!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell!)),
    ),
  );

/** The values with their labels. */
export const figuresIn = (piece: string): Record<string, string> =>
  Object.fromEntries(
    [...piece.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, label, value]) => [plain(label!), plain(value!)]),
  );

export const itemsIn = (piece: string): string[] =>
  [...piece.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => plain(item!));

export const textOf = plain;
