/** Places values between two bounds on a width of 1000. Values outside are placed at the bounds. */
export function scaleOf(least: number, most: number): (value: number) => number {
  const span = most - least || 1;
  return (value) => (Math.min(most, Math.max(least, value)) - least) * (1000 / span);
}
