import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Speaking } from '../shared/use-texts';
import { Board } from './board';
import '../shared/tokens.css';
import './page.css';
import './masthead.css';
import './notices.css';
import './standings.css';
import './side.css';
import './still.css';

const place = document.getElementById('board');
if (place === null) throw new Error('the page has no element with the id "board"');
createRoot(place).render(
  <StrictMode>
    <Speaking>
      <Board scoreboardUrl="scoreboard.json" />
    </Speaking>
  </StrictMode>,
);
