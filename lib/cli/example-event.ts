/**
 * A commented event file that passes the check.
 * @param schema whether `event.schema.json` stands beside it, for editors that know the YAML language server's first line
 */
export const exampleEvent = ({ schema }: { schema: boolean }): string =>
  `${schema ? '# yaml-language-server: $schema=./event.schema.json\n' : ''}${text}`;

const text = `# A GameDay. Durations are written as 4h, 1h30m or 90s; what is left out has a default.
name: Spring GameDay
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
duration: 4h
round: 60s             # the scoring interval
freeze: 15m            # before the end: the audience sees no more news until the reveal; 0m for none

# Who plays. The account may be left out for a rehearsal.
teams:
  - { id: blue, name: Blue Whales, account: "111111111111" }
  - { id: red, name: Red Foxes, account: "222222222222" }

# Planned steps per second and team: linear between points, constant after the last. Left out: the scenario's own traffic.
traffic:
  - { at: 0m, rps: 2 }
  - { at: 1h, rps: 10 }
  - { at: 4h, rps: 40 }
spikes:
  - { at: 2h, for: 5m, times: 3 }

# Faults to be injected, at all teams unless \`teams: [blue]\` says otherwise:
# experiments:
#   - { experiment: zone-outage, at: 2h30m, for: 10m }

# Accounts that the toolkit makes, guards and takes back (\`npx gameday accounts\`); not needed for accounts of your own:
# accounts:
#   email: aws+gameday-{n}@example.com      # address of account number n
#   organizers: [arn:aws:iam::333333333333:role/Organizer]
#   regions: [us-east-1]                    # beside the one that is deployed to
#   instanceTypes: [t3.small, m7g.medium]   # that teams may start; all up to large when left out

# Every rule may be left out; these are the defaults.
rules:
  # Points of a step by how it was answered.
  worth: { fast: 1, acceptable: 0.5, slow: 0.1, faulty: -1, failed: -0.5 }
  bands: { fastMs: 300, acceptableMs: 1000, timeoutMs: 3000 }
  # Below this share of steps served fast or acceptably an impact begins.
  objective: 0.95
  spend: { baseUsdPerHour: 0.30, usdPerHourPerRps: 0.01, weight: 0.25, cap: 0.5, window: 30m }
  # Share of an impact's loss that declaring it early, and ending it early, give back.
  detect: { refund: 0.2, within: 10m, falseAlarmSeconds: 60 }
  recover: { refund: 0.3, within: 30m }
`;
