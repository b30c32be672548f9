const ROOM = 10;

/** Points of the last rounds as bars above and below a line of nothing, newest at the right. */
export function TrendBars({ trend }: { readonly trend: readonly number[] }) {
  return (
    <svg className="trend" viewBox="0 -20 100 40" preserveAspectRatio="none" aria-hidden="true">
      <line className="trend-zero" x1="0" x2="100" y1="0" y2="0" />
      {trend.map((share, i) => {
        const height = Math.max(Math.abs(share) * 19, 0.8);
        return (
          <rect
            key={i}
            className={share < 0 ? 'trend-lost' : 'trend-won'}
            x={(ROOM - trend.length + i) * 10 + 1.5}
            y={share < 0 ? 0 : -height}
            width={7}
            height={height}
          />
        );
      })}
    </svg>
  );
}
