import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/tokens.css';
import '../shared/tool-page.css';
import './team.css';
import './panels.css';
import { Speaking } from '../shared/use-texts';
import { TeamPage } from './team-page';

const place = document.getElementById('team');
if (place === null) throw new Error('the page has no element with the id "team"');
createRoot(place).render(
  <StrictMode>
    <Speaking>
      <TeamPage />
    </Speaking>
  </StrictMode>,
);
