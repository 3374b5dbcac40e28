/** The layout's one-way rules: domain ← records ← ports ← delivery, screens ← features ← jobs, bot ← compose ← index. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|cards|sandbox|test|bench)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file or three',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-is-pure', '^src/domain/', '^src/domain/', 'Rules know nothing of storage, Teams or words'),
    {
      name: 'domain-takes-time',
      severity: 'error',
      comment: 'Domain: luxon, zod and yaml (the plan as text) only',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm'], pathNot: 'node_modules/(luxon|zod|yaml|@types/luxon)/' },
    },
    only(
      'records-on-domain',
      '^src/records/',
      '^src/(domain|records)/',
      'A stored shape may use the words of the rules',
    ),
    only('ports-on-records', '^src/ports/', '^src/(domain|records|ports)/', 'A port speaks of records'),
    only(
      'delivery-on-ports',
      '^src/delivery/',
      '^src/(domain|records|ports|delivery)/',
      'Sending composes pages through a port',
    ),
    only(
      'screens-on-ports',
      '^src/screens/',
      '^(src/(domain|records|ports|screens|adapters/texts)/|locales/|cards/)',
      'A screen turns a view into a card',
    ),
    only(
      'cards-on-ports',
      '^cards/',
      '^(cards|src/(domain|ports)|locales)/',
      'A card turns a view into elements: no I/O, no clock, no rules',
    ),
    only(
      'features-on-screens',
      '^src/features/',
      '^(src/(domain|records|ports|delivery|screens|features)|cards)/',
      'A capability owes messages and shows screens',
    ),
    only(
      'jobs-on-features',
      '^src/jobs/',
      '^src/(domain|records|ports|delivery|screens|features|jobs)/',
      'A sweep hands due work to its handler',
    ),
    only(
      'bot-on-features',
      '^src/bot/',
      '^src/(domain|records|ports|delivery|screens|features|bot)/',
      'Teams in, answers out',
    ),
    only(
      'adapters-on-ports',
      '^src/adapters/',
      '^src/(domain|records|ports|adapters)/',
      'An adapter implements a port and knows no feature',
    ),
    {
      name: 'adapters-only-in-compose',
      severity: 'error',
      comment: 'Only the wiring knows which adapter stands behind a port',
      from: { path: '^src/', pathNot: '^src/(adapters/|compose\\.ts|screens/texts\\.ts)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'botbuilder-in-two-rooms',
      severity: 'error',
      comment: 'The SDK is at the end of its line: its successor must be one folder of work',
      from: { path: '^src/', pathNot: '^src/(bot/|adapters/teams/|compose\\.ts)' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'What runs in the office never needs the sandbox or a test',
      from: { path: '^src/' },
      to: { path: '^(sandbox|test|bench)/' },
    },
    {
      name: 'commands-call-no-other-capability',
      severity: 'error',
      comment: 'Effects across capabilities are owed work; shared reads stand at the root of features',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/'] },
    },
    {
      name: 'sandbox-sees-the-door-only',
      severity: 'error',
      comment: 'The stand-in for Teams talks HTTP; it may start the bot, and nothing else',
      from: { path: '^sandbox/' },
      to: { path: '^src/', pathNot: '^src/(compose|config)\\.ts' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
