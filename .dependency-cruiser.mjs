// Who may import whom. ARCHITECTURE.md shows the same rules as a picture; tests/architecture plants a violation of each.
const MODULES = '^api/src/modules/'

// A module imports from its own tier or a lower one. Modules that are still to come have their place already.
const tiers = [
  'identity|registry|files|ledger',
  'platforms|meetings',
  'procurement|training|shelters|contributions|matching',
  'notifications|audit',
]
const above = (tier) => tiers.slice(tier + 1).join('|')

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'kernel-is-leaf',
      comment: 'The kernel knows no domain word.',
      from: { path: '^api/src/kernel/' },
      to: { path: MODULES },
    },
    {
      name: 'pure-stays-pure',
      comment: 'Rules and policies are plain functions: no database, no clock, no library.',
      from: { path: `${MODULES}([^/]+)/(rules|policy)(\\.ts$|/)`, pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [`${MODULES}$1/rules(\\.ts$|/)`, '^api/src/kernel/(verdict|problems|viewer|ids)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'transport-on-top',
      comment: 'What a module does must not know how it is called.',
      from: {
        path: `${MODULES}[^/]+/(commands/|rules/|(queries|policy|rules|events|public|reactions)\\.ts$)`,
        pathNot: '\\.test\\.ts$',
      },
      to: { path: [`${MODULES}[^/]+/schema(/|\\.ts$)`, '^api/src/kernel/graphql/', '@pothos/'] },
    },
    {
      name: 'one-door',
      comment:
        'Another module is entered by its public.ts and events.ts only; a test may also use its fixtures.',
      from: { path: '(^api/src/modules/)([^/]+)/', pathNot: '(\\.test|fixtures)\\.ts$' },
      to: { path: '^$1', pathNot: ['^$1$2/', '/(public|events)\\.ts$'] },
    },
    {
      name: 'one-door-tests',
      from: { path: '(^api/src/modules/)([^/]+)/.*(\\.test|fixtures)\\.ts$' },
      to: { path: '^$1', pathNot: ['^$1$2/', '/(public|events|fixtures)\\.ts$'] },
    },
    ...tiers.slice(0, -1).map((names, tier) => ({
      name: `tier-${tier + 1}`,
      comment: 'A module never imports from a tier above its own.',
      from: { path: `${MODULES}(${names})/` },
      to: { path: `${MODULES}(${above(tier)})/` },
    })),
    {
      name: 'schema-writes-nothing',
      comment: 'Only the command runner appends to the audit and to the event log.',
      from: { path: `${MODULES}[^/]+/schema(/|\\.ts$)` },
      to: { path: '^api/src/kernel/(events|audit)\\.ts$' },
    },
    {
      name: 'web-ui-below',
      from: { path: '^web/src/(ui|lib)/' },
      to: { path: '^web/src/(features|routes|app)/' },
    },
    {
      name: 'web-lib-below-ui',
      from: { path: '^web/src/lib/' },
      to: { path: '^web/src/ui/' },
    },
    {
      name: 'web-features-below',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/(routes|app)/' },
    },
    {
      name: 'web-features-apart',
      comment: 'A route puts features together; only those every feature names things of may be used by all.',
      from: { path: '(^web/src/features/)([^/]+)/' },
      to: { path: '^$1', pathNot: ['^$1$2/', '^web/src/features/(identity|registry|files)/'] },
    },
    {
      name: 'web-routes-apart',
      from: { path: '(^web/src/routes/)([^/]+)/' },
      to: { path: '^$1', pathNot: '^$1$2/' },
    },
    { name: 'web-not-to-api', from: { path: '^web/' }, to: { path: '^api/' } },
    { name: 'api-not-to-web', from: { path: '^api/' }, to: { path: '^web/' } },
    {
      name: 'tests-not-shipped',
      comment: 'What runs in production imports nothing that is only there for tests.',
      from: { path: '^(api|web)/src/', pathNot: '\\.test\\.tsx?$|/fixtures\\.ts$' },
      to: { path: '\\.test\\.tsx?$|/fixtures\\.ts$|^tests/' },
    },
    { name: 'no-cycle', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would make every other rule blind.',
      from: { pathNot: '/generated/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
