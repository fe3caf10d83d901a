// Who may import whom. ARCHITECTURE.md shows the same rules as a picture; tests/architecture plants a violation of each.
const MODULES = '^api/src/modules/'
const TEST = '\\.test\\.tsx?$'
const FIXTURES = '/fixtures\\.ts$'

// A module imports from its own tier or a lower one. Modules that are still to come have their place already.
const tiers = [
  // notifications is told by the others whom to tell what; it knows none of them.
  'identity|registry|files|ledger|notifications',
  'platforms|rulebooks|meetings|collaboration|bulletin',
  'procurement|training|shelters|contributions|matching|directory|alerts|outputs',
  'audit',
]
const above = (tier) => tiers.slice(tier + 1).join('|')

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const api = [
  {
    name: 'kernel-is-leaf',
    comment: 'The kernel knows no domain word.',
    from: { path: '^api/src/kernel/' },
    to: { path: MODULES },
  },
  {
    name: 'pure-stays-pure',
    comment:
      'Rules and policies are plain functions: no database, no clock, no library but the numbering plan.',
    from: { path: `${MODULES}([^/]+)/(rules|policy)(\\.ts$|/)`, pathNot: TEST },
    to: {
      pathNot: [
        `${MODULES}$1/(rules|policy)(\\.ts$|/)`,
        '^api/src/kernel/(verdict|problems|viewer|ids)\\.ts$',
        '/libphonenumber-js/',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'transport-on-top',
    comment: 'What a module does must not know how it is called.',
    from: {
      path: `${MODULES}[^/]+/(commands/|rules/|reactions/|(queries|policy|rules|events|public|reactions)\\.ts$)`,
      pathNot: TEST,
    },
    to: { path: [`${MODULES}[^/]+/schema(/|\\.ts$)`, '^api/src/kernel/graphql/', '@pothos/'] },
  },
  {
    name: 'one-door',
    comment:
      'Another module is entered by public.ts and events.ts; fixtures are guarded by tests-not-shipped.',
    from: { path: '(^api/src/modules/)([^/]+)/' },
    to: { path: '^$1', pathNot: ['^$1$2/', '/(public|events|fixtures)\\.ts$'] },
  },
  ...tiers.slice(0, -1).map((names, tier) => ({
    name: `tier-${tier + 1}`,
    comment: 'A module never imports from a tier above its own.',
    from: { path: `${MODULES}(${names})/` },
    to: { path: `${MODULES}(${above(tier)})/` },
  })),
  {
    name: 'commands-apart',
    comment: 'A command never calls a command; what two share lies in rules.ts or public.ts.',
    from: { path: `${MODULES}[^/]+/commands/`, pathNot: TEST },
    to: { path: `${MODULES}[^/]+/commands/` },
  },
  {
    name: 'schema-writes-nothing',
    comment: 'Only the command runner appends to the audit and to the event log.',
    from: { path: `${MODULES}[^/]+/schema(/|\\.ts$)` },
    to: { path: '^api/src/kernel/(events|audit)\\.ts$' },
  },
  {
    name: 'api-stands-alone',
    comment: 'The API is complete without the portal and without the scripts that start it.',
    from: { path: '^api/src/', pathNot: TEST },
    to: { path: '^(web|scripts|prisma)/' },
  },
]

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const web = [
  {
    name: 'web-layers',
    comment: 'ui and lib know nothing of what is built from them.',
    from: { path: '^web/src/(ui|lib)/' },
    to: { path: '^web/src/(features|routes|app)/' },
  },
  {
    name: 'web-features-below',
    from: { path: '^web/src/features/' },
    to: { path: '^web/src/(routes|app)/' },
  },
  {
    name: 'web-lib-lowest',
    from: { path: '^web/src/lib/' },
    to: { path: '^web/src/ui/' },
  },
  {
    name: 'web-ui-plain',
    comment: 'A component of ui/ knows no query and no domain word.',
    from: { path: '^web/src/ui/' },
    to: { path: '^web/src/generated/' },
  },
  {
    name: 'web-features-apart',
    comment: 'A route puts features together; only those every feature names things of may be used by all.',
    from: { path: '(^web/src/features/)([^/]+)/' },
    to: { path: '^$1', pathNot: ['^$1$2/', '^web/src/features/(identity|registry|files)/'] },
  },
  {
    name: 'web-without-api',
    comment: 'The portal knows the API by its printed schema only.',
    from: { path: '^web/' },
    to: { path: '^(api|scripts|prisma)/' },
  },
]

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const everywhere = [
  {
    name: 'tests-not-shipped',
    comment: 'What runs in production imports nothing that is only there for tests and samples.',
    from: { path: '^(api|web)/src/', pathNot: [TEST, FIXTURES] },
    to: { path: [TEST, FIXTURES, '^tests/'] },
  },
  { name: 'no-cycle', from: {}, to: { circular: true, viaOnly: { pathNot: '/generated/' } } },
  {
    name: 'no-orphan',
    comment: 'A file nobody imports and that imports nothing is left over.',
    from: { path: '^(api|web)/src/', pathNot: ['/generated/', TEST, '\\.d\\.ts$'], orphan: true },
    to: {},
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...api, ...web, ...everywhere].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
