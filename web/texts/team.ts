import { catalogue } from './language';

export const teamTexts = catalogue({ title: 'Team page' }, { title: 'Page d’équipe' });
