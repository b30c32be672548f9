import { catalogue } from './language';

/** What organizers decide, and the log of the day. */
export const rulingTexts = catalogue(
  {
    adjust: 'Adjust points',
    adjustTitle: 'Give or take points',
    adjustMeans:
      'The team reads the points and the reason on its page, now. The audience sees them in its score, unless its view is frozen.',
    points: 'Points, below 0 to take some',
    reason: 'Reason',
    voidRounds: 'Void rounds',
    voidMeans: (last: number, seconds: number) =>
      `What was earned and lost in these rounds counts for nothing, incidents that lie in them included. Rounds count from 0 and last ${seconds} s; the newest that has ended is ${last}.`,
    firstRound: 'First round',
    lastRound: 'Last round, included',
    allTeams: (teams: number) => `All ${teams} teams`,
    noRulings: 'Nothing was decided yet.',
    at: 'At',
    what: 'What',
    by: 'By',
    team: 'Team',
    says: 'Says',
    takeBack: 'Take back',
    takeBackMeans: 'It is as if this had never been written; the log still shows it. All scores follow.',
    takenBack: 'Taken back:',
    everything: 'Everything',
    everybody: 'Everybody',
    entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    older: (count: number) => `Show older ones (${count})`,
  },
  {
    adjust: 'Ajuster les points',
    adjustTitle: 'Donner ou retirer des points',
    adjustMeans:
      'L’équipe lit les points et la raison sur sa page, tout de suite. Le public les voit dans son score, sauf si sa vue est figée.',
    points: 'Points, sous 0 pour en retirer',
    reason: 'Raison',
    voidRounds: 'Annuler des manches',
    voidMeans: (last, seconds) =>
      `Ce qui a été gagné et perdu dans ces manches ne compte plus, y compris les incidents qui s’y trouvent. Les manches se comptent à partir de 0 et durent ${seconds} s ; la dernière terminée est la ${last}.`,
    firstRound: 'Première manche',
    lastRound: 'Dernière manche, incluse',
    allTeams: (teams) => `Les ${teams} équipes`,
    noRulings: 'Rien n’a encore été décidé.',
    at: 'À',
    what: 'Quoi',
    by: 'Par',
    team: 'Équipe',
    says: 'Contenu',
    takeBack: 'Retirer',
    takeBackMeans:
      'C’est comme si cela n’avait jamais été écrit ; le journal le montre encore. Tous les scores suivent.',
    takenBack: 'Retiré :',
    everything: 'Tout',
    everybody: 'Tout le monde',
    entries: (count) => (count === 1 ? '1 entrée' : `${count} entrées`),
    older: (count) => `Montrer les plus anciennes (${count})`,
  },
);
