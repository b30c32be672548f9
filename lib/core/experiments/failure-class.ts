/** From classified incidents: why things break. */
export const failureClasses = [
  'change and deployment',
  'capacity and traffic',
  'infrastructure and zone loss',
  'dependency',
  'data and synchronisation',
  'configuration and access',
  'observability',
  'people and process',
] as const;
export type FailureClass = (typeof failureClasses)[number];
