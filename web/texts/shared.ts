import { catalogue } from './language';

/** Texts that several pages show. */
export const sharedTexts = catalogue(
  {
    language: 'Language',
    logIn: 'Log in',
    logOut: 'Log out',
    teamCode: 'Code of your team',
    organizerSecret: 'Secret of the organizers',
    noAnswer: 'The server does not answer. This page asks again by itself.',
  },
  {
    language: 'Langue',
    logIn: 'Se connecter',
    logOut: 'Se déconnecter',
    teamCode: 'Code de votre équipe',
    organizerSecret: 'Secret des organisateurs',
    noAnswer: 'Le serveur ne répond pas. Cette page redemande toute seule.',
  },
);
