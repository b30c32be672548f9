const cents = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** US dollars with cents. */
export const usdWords = (usd: number): string => `$${cents.format(usd)}`;

/** A share of 1 as per cent, with one decimal. Only what is whole is 100 %. */
export function percentWords(share: number): string {
  const tenths = Math.round(share * 1000);
  return `${((share < 1 ? Math.min(tenths, 999) : tenths) / 10).toFixed(1)} %`;
}
