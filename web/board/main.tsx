import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
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
    <Board scoreboardUrl="scoreboard.json" />
  </StrictMode>,
);
