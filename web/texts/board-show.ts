import { catalogue } from './language';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const s = (count: number): string => (count === 1 ? '' : 's');
const time = (ms: number): string => (ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`);

/** Texts of the show around the standings: the welcome, what stands out, the freeze, the reveal, looking back. */
export const showTexts = catalogue(
  {
    welcome: 'Welcome to',
    startsIn: 'starts in',
    aboutToStart: 'is about to start',
    rules: 'How points are made',
    ruleServed: (fastMs: number, fast: string, acceptableMs: number, acceptable: string, slow: string) =>
      `Every customer’s step counts: served correctly within ${time(fastMs)} it earns ${fast}, within ${time(acceptableMs)} ${acceptable}, later ${slow}.`,
    ruleLost: (faulty: string, failed: string) => `A wrong answer costs ${faulty}, no answer costs ${failed}.`,
    ruleGrowth: 'Traffic grows, and later rounds are worth more.',
    ruleIncidents: (objective: number, detect: number, within: string, recover: number, recoverWithin: string) =>
      `When less than ${percent(objective)} is served well: declare the incident within ${within} and recover within ${recoverWithin}. The sooner, the more of the loss comes back, up to ${percent(detect)} and ${percent(recover)}.`,
    ruleFalseAlarm: (seconds: string) => `A false alarm costs ${seconds} of service.`,
    ruleSpend: (cap: number) => `Spending above the allowance costs up to ${percent(cap)} of a round.`,
    ruleHints: (seconds: string) => `Hints can be bought, from ${seconds} of service on.`,
    ruleFreeze: (before: string) => `The standings freeze ${before} before the end. The result is revealed after it.`,

    suspense: 'Nobody knows',
    frozenSince: (time: string) => `Frozen since ${time}`,
    stillToWin: (points: string) => `Still to be won: up to ${points} points a team.`,
    wereToWin: (points: string) => `To be won since then: up to ${points} points a team.`,
    leadWas: (points: string) => `First and second were ${points} points apart.`,
    withinReach: (teams: number, of: number) => `Within reach of the lead: ${teams} of ${of} teams.`,

    spotlight: 'Spotlight of the round',
    gained: (points: string) => `won the most points: ${points}`,
    recovered: (after: string) => `is the first to recover, after ${after}`,
    declaredFirst: (after: string) => `is the first to declare an incident, ${after} after it began`,

    incidents: 'Incidents',
    noIncidents: 'No incident so far.',
    undeclaredPart: 'not declared',
    declaredPart: 'declared',
    recoveredMark: 'recovered',
    incidentSaid: (from: string, declared: string | undefined, until: string | undefined) =>
      `from ${from}, ${declared === undefined ? 'not declared' : `declared at ${declared}`}, ${until === undefined ? 'still open' : `recovered at ${until}`}`,
    causedBy: (experiment: string) => `cause: ${experiment}`,

    awards: 'Awards',
    awardDetection: 'Fastest detection',
    awardAvailability: 'Best availability',
    awardValue: 'Best value for money',
    awardImproved: 'Most improved',
    awardComeback: 'Best comeback',
    nobody: 'Nobody this time',
    sharedBy: (teams: number) => `Shared by ${teams} teams`,
    detectionValue: (time: string) => `${time} from impact to declaration`,
    availabilityValue: (share: string) => `${share} served well`,
    valueValue: (points: string) => `${points} points per dollar`,
    improvedValue: (points: string) => `+${points} points a step in the second half`,
    comebackValue: (places: number) => `${places} place${s(places)} made good`,

    reveal: 'The result',
    revealIntro: 'From the last place to the first',
    place: (rank: number) => `Place ${rank}`,
    pointsUnit: 'points',
    sinceFreeze: (ranks: number) =>
      ranks === 0
        ? 'where the freeze left it'
        : ranks > 0
          ? `up ${ranks} since the freeze`
          : `down ${-ranks} since the freeze`,
    controls: 'Controls of the board',
    pause: 'Pause',
    play: 'Play',
    back: 'Back',
    next: 'Next',
    skip: 'Skip to the end',
    again: 'Show the reveal again',
    step: (step: number, of: number) => `${step} of ${of}`,
    keys: 'Space pauses, arrows step, Esc skips',

    rewind: 'Moment of the event',
    replay: 'Play it again',
    toLive: 'Back to now',
    rewindFailed: 'That moment cannot be had now.',
  },
  {
    welcome: 'Bienvenue à',
    startsIn: 'commence dans',
    aboutToStart: 'va commencer',
    rules: 'Comment on marque des points',
    ruleServed: (fastMs, fast, acceptableMs, acceptable, slow) =>
      `Chaque étape d’un client compte : servie correctement en ${time(fastMs)}, elle rapporte ${fast}, en ${time(acceptableMs)} ${acceptable}, plus tard ${slow}.`,
    ruleLost: (faulty, failed) => `Une réponse fausse coûte ${faulty}, une réponse absente ${failed}.`,
    ruleGrowth: 'Le trafic augmente, et les dernières manches valent plus.',
    ruleIncidents: (objective, detect, within, recover, recoverWithin) =>
      `Quand moins de ${percent(objective)} est bien servi : déclarez l’incident en moins de ${within} et rétablissez en moins de ${recoverWithin}. Plus c’est tôt, plus la perte est rendue, jusqu’à ${percent(detect)} et ${percent(recover)}.`,
    ruleFalseAlarm: (seconds) => `Une fausse alerte coûte ${seconds} de service.`,
    ruleSpend: (cap) => `Dépenser plus que le budget coûte jusqu’à ${percent(cap)} d’une manche.`,
    ruleHints: (seconds) => `On peut acheter des indices, à partir de ${seconds} de service.`,
    ruleFreeze: (before) => `Le classement se fige ${before} avant la fin. Le résultat est révélé ensuite.`,

    suspense: 'Personne ne sait',
    frozenSince: (time) => `Figé à ${time}`,
    stillToWin: (points) => `Encore à gagner : jusqu’à ${points} points par équipe.`,
    wereToWin: (points) => `À gagner depuis : jusqu’à ${points} points par équipe.`,
    leadWas: (points) => `Écart entre première et deuxième : ${points} points.`,
    withinReach: (teams, of) => `À portée de la tête : ${teams} équipes sur ${of}.`,

    spotlight: 'À l’honneur de la manche',
    gained: (points) => `a gagné le plus de points : ${points}`,
    recovered: (after) => `est la première rétablie, après ${after}`,
    declaredFirst: (after) => `est la première à déclarer un incident, ${after} après son début`,

    incidents: 'Incidents',
    noIncidents: 'Aucun incident jusqu’ici.',
    undeclaredPart: 'non déclaré',
    declaredPart: 'déclaré',
    recoveredMark: 'rétabli',
    incidentSaid: (from, declared, until) =>
      `depuis ${from}, ${declared === undefined ? 'non déclaré' : `déclaré à ${declared}`}, ${until === undefined ? 'en cours' : `rétabli à ${until}`}`,
    causedBy: (experiment) => `cause : ${experiment}`,

    awards: 'Prix',
    awardDetection: 'Détection la plus rapide',
    awardAvailability: 'Meilleure disponibilité',
    awardValue: 'Meilleur rapport qualité-prix',
    awardImproved: 'Plus grand progrès',
    awardComeback: 'Plus belle remontée',
    nobody: 'Personne cette fois',
    sharedBy: (teams) => `Partagé par ${teams} équipes`,
    detectionValue: (time) => `${time} de l’impact à la déclaration`,
    availabilityValue: (share) => `${share} bien servi`,
    valueValue: (points) => `${points} points par dollar`,
    improvedValue: (points) => `+${points} point par étape en seconde moitié`,
    comebackValue: (places) => `${places} place${s(places)} regagnée${s(places)}`,

    reveal: 'Le résultat',
    revealIntro: 'De la dernière place à la première',
    place: (rank) => `Place ${rank}`,
    pointsUnit: 'points',
    sinceFreeze: (ranks) =>
      ranks === 0
        ? 'à la même place qu’au gel'
        : ranks > 0
          ? `${ranks} de mieux qu’au gel`
          : `${-ranks} de moins qu’au gel`,
    controls: 'Commandes du tableau',
    pause: 'Pause',
    play: 'Lecture',
    back: 'Précédent',
    next: 'Suivant',
    skip: 'Aller à la fin',
    again: 'Revoir la révélation',
    step: (step, of) => `${step} sur ${of}`,
    keys: 'Espace : pause, flèches : pas à pas, Échap : fin',

    rewind: 'Moment de l’événement',
    replay: 'Rejouer',
    toLive: 'Revenir à maintenant',
    rewindFailed: 'Ce moment n’est pas disponible.',
  },
);

/** The show's texts in one language. */
export type ShowTexts = (typeof showTexts)['en' | 'fr'];
