/** The layout's one-way rules: domain ← records ← ports ← delivery ← pipeline ← model ← features ← jobs, bot ← compose ← index, admin. */
const order = ['domain', 'records', 'ports', 'delivery', 'pipeline', 'model', 'features'];
const upTo = (room) => order.slice(0, order.indexOf(room) + 1).join('|');

const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|cards|sandbox|test|bench|tools)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other, be it for a type, are one file or three',
      from: {},
      to: { circular: true },
    },
    only('domain-is-pure', '^src/domain/', '^src/domain/', 'Rules know nothing of storage, Teams or words'),
    {
      name: 'roles-are-opaque',
      severity: 'error',
      comment: 'Who may what is asked of domain/policy, never worked out from roles elsewhere',
      from: { path: '^(src|cards)/', pathNot: '^src/domain/policy/' },
      to: { path: '^src/domain/policy/roles\\.ts$' },
    },
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
      `^src/(${upTo('records')})/`,
      'A stored shape may use the words of the rules',
    ),
    only('ports-on-records', '^src/ports/', `^src/(${upTo('ports')})/`, 'A port speaks of records'),
    only('delivery-on-ports', '^src/delivery/', `^src/(${upTo('delivery')})/`, 'Sending composes pages through a port'),
    only(
      'cards-on-ports',
      '^cards/',
      '^(cards|src/(domain|ports)|locales)/',
      'A card turns a view into elements: no I/O, no clock, no rules',
    ),
    only(
      'pipeline-on-delivery',
      '^src/pipeline/',
      `^(src/(${upTo('pipeline')})|cards)/`,
      'What every verb goes through knows no record’s meaning',
    ),
    only(
      'model-on-pipeline',
      '^src/model/',
      `^(src/(${upTo('model')})|cards)/`,
      'What capabilities share knows none of them',
    ),
    only(
      'features-on-model',
      '^src/features/',
      `^(src/(${upTo('features')})|cards)/`,
      'A capability owes messages and shows cards',
    ),
    only('jobs-on-features', '^src/jobs/', `^src/(${upTo('features')}|jobs)/`, 'A sweep hands due work to its handler'),
    only('bot-on-features', '^src/bot/', `^(src/(${upTo('features')}|bot)|cards)/`, 'Teams in, answers out'),
    only(
      'adapters-on-ports',
      '^src/adapters/',
      '^src/(domain|records|ports|adapters)/',
      'An adapter implements a port and knows no feature',
    ),
    only(
      'transfer-on-ports',
      '^src/transfer/',
      `^src/(${upTo('ports')}|transfer)/`,
      'Data are moved as they are, whatever they mean and wherever they are kept',
    ),
    {
      name: 'adapters-only-in-compose',
      severity: 'error',
      comment: 'Only the wiring knows which adapter stands behind a port',
      from: { path: '^src/', pathNot: '^src/(adapters|compose|admin)/' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'azure-is-fetched',
      severity: 'error',
      comment: 'Loaded by whoever has an account, and by nobody else at start',
      from: { path: '^src/', pathNot: '^src/adapters/(azure|blob|cosmos|vault)/' },
      to: { path: '^src/adapters/(azure|blob|cosmos|vault)/', dynamic: false },
    },
    {
      name: 'botbuilder-in-two-rooms',
      severity: 'error',
      comment: 'The SDK is at the end of its line: its successor must be one folder of work',
      from: { path: '^src/', pathNot: '^src/(bot/|adapters/teams/|compose/)' },
      to: { path: 'node_modules/(botbuilder|botframework-)' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'What runs in the office never needs the sandbox or a test',
      from: { path: '^(src|cards)/' },
      to: { path: '^(sandbox|test|bench|tools)/' },
    },
    {
      name: 'capabilities-call-no-other',
      severity: 'error',
      comment:
        'Effects across capabilities are owed work; what they share stands in model; a page of another is named by its refs.ts',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '/refs\\.ts$'] },
    },
    {
      name: 'features-are-folders',
      severity: 'error',
      comment: 'Nothing loose in features: only the list of capabilities',
      from: {},
      to: { path: '^src/features/[^/]+\\.ts$', pathNot: '^src/features/features\\.ts$' },
    },
    {
      name: 'sandbox-sees-the-door-only',
      severity: 'error',
      comment: 'The stand-in for Teams talks HTTP; it may start the bot, and nothing else',
      from: { path: '^sandbox/' },
      to: { path: '^src/', pathNot: '^src/(compose/serve|config)\\.ts' },
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
