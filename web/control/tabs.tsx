import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

interface Tab {
  readonly id: string;
  readonly label: string;
  /** How many things wait there for somebody; none is shown for 0. */
  readonly waiting?: number;
  readonly content: () => ReactNode;
}

interface TabsProps {
  readonly label: string;
  /** At least one. */
  readonly tabs: readonly Tab[];
  /** What `waiting` counts, in words, for those who do not see it. */
  readonly waits: (count: number) => string;
}

/** Shows one of several parts; arrow keys go from one to the next. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs({ label, tabs, waits }: TabsProps) {
  const [chosen, setChosen] = useState(tabs[0]?.id);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const place = Math.max(
    0,
    tabs.findIndex(({ id }) => id === chosen),
  );
  const go = (pressed: KeyboardEvent): void => {
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[pressed.key];
    if (to === undefined) return;
    pressed.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    setChosen(tabs[next]?.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={go}>
        {tabs.map(({ id, label: name, waiting = 0 }, index) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            aria-selected={index === place}
            aria-controls={`${base}-panel`}
            tabIndex={index === place ? 0 : -1}
            onClick={() => setChosen(id)}
          >
            {name}
            {waiting > 0 ? (
              <span className="tab-waiting" aria-label={waits(waiting)}>
                {waiting}
              </span>
            ) : null}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${tabs[place]?.id ?? ''}`}
        tabIndex={0}
        className="tab-panel"
      >
        {tabs[place]?.content()}
      </div>
    </div>
  );
}
