import type { Award } from '../../../lib/core/view/awards';

const shapes: Readonly<Record<Award['kind'], string>> = {
  detection: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M15 15l6 6M10 6v4l3 2',
  availability: 'M12 2l8 3v6c0 5-3.5 9-8 11-4.5-2-8-6-8-11V5zM8 12l3 3 5-6',
  value: 'M12 2v20M17 6c-1-1.5-3-2-5-2-2.5 0-5 1-5 3.5S9 11 12 12s5 2 5 4.5S14.5 20 12 20c-2 0-4-.5-5-2',
  improved: 'M3 20l6-7 4 4 8-12M15 5h6v6',
  comeback: 'M3 4v6h6M3.5 10a9 9 0 1 1-.5 4',
};

/** Awards are told apart by shape and name, never by colour. */
export const AwardSign = ({ kind }: { readonly kind: Award['kind'] }) => (
  <svg className="award-sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[kind]} />
  </svg>
);
