/** The import rules of ARCHITECTURE.md. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

const anyPackage = 'node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]worker$' },
    },
    only('core-domain-is-pure', '^core/domain', ['^core/domain', 'node_modules/(diff|node-diff3)/']),
    only('core-contract-is-pure', '^core/contract', ['^core/', 'node_modules/zod/']),
    {
      name: 'registry-stands-alone',
      severity: 'error',
      from: { path: '^main/registry/' },
      to: { path: ['^main/(?!registry/)', '^(preload|renderer|test)/', 'node_modules/electron'] },
    },
    {
      name: 'only-desktop-imports-electron',
      severity: 'error',
      from: { path: '^(core|main|renderer)', pathNot: '^main/desktop/' },
      to: { path: '^(node_modules/)?electron(-store|-updater)?(/|$)' },
    },
    {
      name: 'app-below-the-shells',
      severity: 'error',
      from: { path: '^main/(?!desktop/|web/)' },
      to: { path: '^main/(desktop|web)/' },
    },
    {
      name: 'shells-do-not-know-each-other',
      severity: 'error',
      from: { path: '^main/(desktop|web)/' },
      to: { path: '^main/(desktop|web)/', pathNot: '^main/$1/' },
    },
    {
      name: 'bridge-above-workspace-above-client',
      severity: 'error',
      from: { path: '^main/(registry-client|transfer|workspace)/' },
      to: { path: '^main/(bridge|app\\.ts)' },
    },
    {
      name: 'client-below-transfer-below-workspace',
      severity: 'error',
      from: { path: '^main/(registry-client|transfer)/' },
      to: { path: '^main/workspace/' },
    },
    {
      name: 'app-reaches-the-registry-over-http-only',
      severity: 'error',
      from: { path: '^main/(?!registry/)', pathNot: '^main/command-line/(serve|back-up)-command' },
      to: { path: '^main/registry/' },
    },
    {
      // Serving is the registry itself, and a backup copies its file whether or not it runs.
      name: 'command-line-serves-and-copies-the-registry',
      severity: 'error',
      from: { path: '^main/command-line/' },
      to: {
        path: '^main/',
        pathNot: [
          '^main/(command-line|registry-client|transfer)/',
          '^main/app-error',
          '^main/registry/(cli|cli-options|db/(back-up-sqlite|database))[.]ts$',
        ],
      },
    },
    {
      name: 'nothing-needs-the-command-line',
      severity: 'error',
      from: { path: '^(core|main|preload|renderer)/', pathNot: '^main/command-line/' },
      to: { path: '^main/command-line/' },
    },
    only('preload-is-thin', '^preload/', ['^preload/', '^core/', '^(node_modules/)?electron']),
    only('renderer-sees-core-only', '^renderer/', ['^renderer/', '^core/', anyPackage]),
    {
      name: 'features-meet-in-stores-and-commands',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', '(-store|/commands)\\.ts$'] },
    },
    {
      name: 'components-know-no-store',
      severity: 'error',
      from: { path: '^renderer/(components|monaco)/' },
      to: { path: ['^renderer/features/', '^renderer/bridge/'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(core|main|preload|renderer)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
