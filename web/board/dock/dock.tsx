import type { ReactNode } from 'react';
import { LanguageChoice, useTexts } from '../../shared/use-texts';
import { showTexts } from '../../texts/board-show';
import { useAwake } from './use-awake';
import './dock.css';

interface DockProps {
  /** It stays in sight. @default it is seen while somebody moves the pointer or has the focus in it */
  readonly pinned?: boolean;
  readonly children?: ReactNode;
}

/** What can be done to the board, at its foot; out of the way of a room that only looks. */
export function Dock({ pinned = false, children }: DockProps) {
  const texts = useTexts(showTexts);
  const awake = useAwake();
  return (
    <nav className={pinned ? 'dock dock-pinned' : awake ? 'dock dock-awake' : 'dock'} aria-label={texts.controls}>
      {children}
      <LanguageChoice />
    </nav>
  );
}
