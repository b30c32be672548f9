/** A number for people, with so many decimals. What rounds to nothing has no sign: nobody stands at -0.0. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}
