import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/tokens.css';
import '../shared/tool-page.css';
import './control-room.css';
import { Speaking } from '../shared/use-texts';
import { ControlRoom } from './control-room';

const place = document.getElementById('control');
if (place === null) throw new Error('the page has no element with the id "control"');
createRoot(place).render(
  <StrictMode>
    <Speaking>
      <ControlRoom />
    </Speaking>
  </StrictMode>,
);
