/** How long, in real time, an announcement stands where nobody can miss it; it stays in the news after that. */
const FRESH_SECONDS = 120;

/**
 * What was announced last, for as long as it is new.
 * @param nowSeconds event time @param speed event seconds per real second
 */
export const freshAnnouncement = (
  newest: { readonly atSeconds: number; readonly text: string } | undefined,
  nowSeconds: number,
  speed: number,
): string | undefined =>
  newest !== undefined && nowSeconds - newest.atSeconds <= FRESH_SECONDS * speed ? newest.text : undefined;
