import { catalogue } from './language';

/** What organizers do to the day as a whole. */
export const steeringTexts = catalogue(
  {
    clock: 'Clock',
    start: 'Start',
    startMeans: (teams: number) => `Event time begins, and customers come to all ${teams} teams.`,
    looking: 'Looking whether everything is ready…',
    allReady: 'Everything is ready.',
    notReady: (count: number) => (count === 1 ? 'One thing is not ready.' : `${count} things are not ready.`),
    startAnyway: 'You may start anyway: what is not ready counts for nobody, or against whom it concerns.',
    pause: 'Pause',
    pauseMeans:
      'Event time stands still for all teams, and nobody sends anything. The round that this cuts counts for nobody.',
    resume: 'Resume',
    resumeMeans: 'Event time goes on for all teams, and customers come again.',
    extend: 'Extend',
    extraTime: 'Extra time',
    ownTraffic: 'Change its traffic',
    extendMeans:
      'The end moves. The audience’s view freezes when it was planned to, and stays frozen. A team’s own extra time changes nothing for the others.',
    minutes: 'Minutes of event time, in whole rounds',
    close: 'Close',
    closeMeans: (teams: number) =>
      `The event ends now for all ${teams} teams, for good. What runs of experiments is taken back. It cannot be started again.`,
    closeUnfrozen:
      'The audience’s view is not frozen: once the event is closed, it cannot be, and there is no reveal. Freeze first if you want one.',
    startsAt: (time: string) => `Starts at ${time}`,
    resumesAt: (time: string) => `Goes on at ${time}`,
    callOff: 'Call it off',
    callOffMeans: 'It does not happen. You may ask for it again.',
    stopAll: 'Stop all experiments',
    stopAllMeans:
      'Every fault that is ordered, beginning or under way is taken back, at all teams, at once. What is planned for later stays.',
    notHere: 'This cannot be done where this event runs.',
    startedAlready: 'The event has started already.',
    comesAlready: 'It was asked for already, and comes.',
    notRunning: 'The event does not run.',
    notPaused: 'The event is not paused.',
    overAlready: 'The event is over.',
    closedAlready: 'The event is closed.',
    frozenAlready: 'The audience’s view is frozen already.',
    notFrozen: 'The audience’s view is not frozen.',
    revealedAlready: 'The final standings are revealed already.',
    audience: 'Audience',
    freeze: 'Freeze',
    freezeMeans:
      'From now on the audience sees the standings as they are at this moment, until you reveal the true ones.',
    reveal: 'Reveal',
    revealMeans: (teams: number) =>
      `The audience sees the true order of all ${teams} teams, from the last to the first, and the awards. What people have seen cannot be taken back.`,
    announcement: 'Announcement to everybody',
    announce: 'Announce',
    traffic: 'Traffic',
    changeTraffic: 'Change',
    trafficMeans:
      'From now on customers come as planned times this, until you change it again. A factor of 1 is the plan. A team’s own factor comes on top of everybody’s.',
    factor: 'Planned traffic times',
    allTeams: (teams: number) => `All ${teams} teams`,
    perTeam: (rate: string) => `${rate} steps a second and team`,
    times: (factor: string) => `plan\u00a0×\u00a0${factor}`,
    andMore: (count: number) => ` and ${count} more`,
    plan: 'plan',
    planShown: (most: string) =>
      `The traffic plan over the whole event, at most ${most} steps a second and team; now is marked.`,
  },
  {
    clock: 'Horloge',
    start: 'Démarrer',
    startMeans: (teams) => `Le temps de l’événement commence, et les clients arrivent chez les ${teams} équipes.`,
    looking: 'Vérification en cours…',
    allReady: 'Tout est prêt.',
    notReady: (count) => (count === 1 ? 'Un point n’est pas prêt.' : `${count} points ne sont pas prêts.`),
    startAnyway:
      'Vous pouvez démarrer quand même : ce qui n’est pas prêt ne compte pour personne, ou compte contre les équipes concernées.',
    pause: 'Suspendre',
    pauseMeans:
      'Le temps s’arrête pour toutes les équipes, et plus rien n’est envoyé. La manche ainsi coupée ne compte pour personne.',
    resume: 'Reprendre',
    resumeMeans: 'Le temps reprend pour toutes les équipes, et les clients reviennent.',
    extend: 'Prolonger',
    extraTime: 'Temps ajouté',
    ownTraffic: 'Modifier son trafic',
    extendMeans:
      'La fin est reportée. La vue du public se fige comme prévu, et reste figée. Le temps ajouté à une équipe ne change rien pour les autres.',
    minutes: 'Minutes de temps de l’événement, en manches entières',
    close: 'Clore',
    closeMeans: (teams) =>
      `L’événement se termine maintenant pour les ${teams} équipes, définitivement. Les expériences en cours sont annulées. Il ne peut pas redémarrer.`,
    closeUnfrozen:
      'La vue du public n’est pas figée : une fois l’événement clos, elle ne peut plus l’être, et il n’y aura pas de révélation. Figez d’abord si vous le voulez.',
    startsAt: (time) => `Démarre à ${time}`,
    resumesAt: (time) => `Reprend à ${time}`,
    callOff: 'Annuler cela',
    callOffMeans: 'Cela n’aura pas lieu. Vous pourrez le redemander.',
    stopAll: 'Arrêter toutes les expériences',
    stopAllMeans:
      'Toute panne demandée, commencée ou en cours est annulée, dans toutes les équipes, tout de suite. Ce qui est prévu pour plus tard reste.',
    notHere: 'C’est impossible là où cet événement se déroule.',
    startedAlready: 'L’événement a déjà commencé.',
    comesAlready: 'C’est déjà demandé, et cela vient.',
    notRunning: 'L’événement n’est pas en cours.',
    notPaused: 'L’événement n’est pas suspendu.',
    overAlready: 'L’événement est terminé.',
    closedAlready: 'L’événement est clos.',
    frozenAlready: 'La vue du public est déjà figée.',
    notFrozen: 'La vue du public n’est pas figée.',
    revealedAlready: 'Le classement final est déjà révélé.',
    audience: 'Public',
    freeze: 'Figer',
    freezeMeans:
      'À partir de maintenant, le public voit le classement de cet instant, jusqu’à ce que vous révéliez le vrai.',
    reveal: 'Révéler',
    revealMeans: (teams) =>
      `Le public voit le vrai classement des ${teams} équipes, de la dernière à la première, et les prix. Ce qui a été vu ne peut pas être repris.`,
    announcement: 'Annonce à tout le monde',
    announce: 'Annoncer',
    traffic: 'Trafic',
    changeTraffic: 'Modifier',
    trafficMeans:
      'À partir de maintenant, les clients arrivent selon le plan multiplié par ce facteur, jusqu’au prochain changement. Le facteur 1 est le plan. Le facteur d’une équipe multiplie celui de toutes.',
    factor: 'Trafic prévu multiplié par',
    allTeams: (teams) => `Les ${teams} équipes`,
    perTeam: (rate) => `${rate} étapes par seconde et par équipe`,
    times: (factor) => `plan\u00a0×\u00a0${factor}`,
    andMore: (count) => ` et ${count} de plus`,
    plan: 'plan',
    planShown: (most) =>
      `Le plan de trafic de tout l’événement, au plus ${most} étapes par seconde et par équipe ; l’instant présent est marqué.`,
  },
);
