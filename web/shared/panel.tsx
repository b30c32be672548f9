import { useId, type ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** Classes beside `panel`. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page that its title names, so that it can be jumped to. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
