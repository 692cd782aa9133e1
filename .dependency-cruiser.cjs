/** One rule an arrow of docs/decisions/0002: imports go one way. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only ${allowed}`,
  from: { path: from },
  to: { pathNot: [...allowed, from], path: '^(src|server|mocks|tests)/' },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-mocks-in-product', severity: 'error', from: { path: '^(src|server)/', pathNot: ['^src/main\\.tsx$', '\\.test\\.tsx?$', '^server/(main|import|seed)'] }, to: { path: '^mocks/' } },
    only('contract-stands-alone', '^src/contract/', []),
    only('shared-knows-no-feature', '^src/shared/', ['^src/contract/']),
    only('workspace-knows-no-customers', '^src/workspace/', ['^src/(contract|shared)/']),
    only('customers', '^src/customers/', ['^src/(contract|shared|workspace)/']),
    only('orders', '^src/orders/', ['^src/(contract|shared|workspace)/']),
    // Definitions are previewed with the very fields of the records.
    only('metadata', '^src/metadata/', ['^src/(contract|shared|workspace)/', '^src/customers/attributes/']),
    only('routes', '^src/routes/', ['^src/(contract|shared|workspace|customers|orders|metadata)/']),
    only('app', '^src/app/', ['^src/(contract|shared|workspace|customers|orders|metadata|routes)/']),
    only('server', '^server/', ['^src/contract/', '^mocks/seed/']),
    only('mocks', '^mocks/', ['^src/contract/', '^server/api/', '^server/store/[^/]+\\.ts$']),
  ].map((rule) => ({ ...rule, from: { ...rule.from, pathNot: [rule.from.pathNot ?? [], '\\.test\\.tsx?$'].flat() } })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['src/shared/i18n/generated', '^virtual:'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
    parser: 'swc',
  },
}
