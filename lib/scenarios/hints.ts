/** Three hints with what they cost, in seconds of planned service: a nudge, a direction, nearly the answer. */
export const hints = (nudge: string, direction: string, answer: string) => [
  { text: nudge, costSeconds: 30 },
  { text: direction, costSeconds: 60 },
  { text: answer, costSeconds: 120 },
];
