import { catalogue } from './language';

export const controlTexts = catalogue({ title: 'Control room' }, { title: 'Salle de contrôle' });
