// Imports run one way. Two wings, provision and publish, meet only at the top (lib/cli, constructs, bin).
const PROVISION = '^lib/(audit|convocatorias|config|compliance|report)/';
const PUBLISH = '^lib/(cut|journal|publish|sync)/';
const LEAVES =
  '^lib/(clock|content-policy|edge-region|errors|escape-html|failure|reserved-addresses|shell-word|worker-metrics|worker-settings)\\.ts$|^lib/(disk|messages)/';

/** Files under `from` may import, inside the project, only what `to` names. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(bin|lib|constructs|test)/', pathNot: [from, to, LEAVES].join('|') },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'leaves-import-nothing',
      comment: 'errors, settings and messages are what everyone stands on',
      severity: 'error',
      from: { path: LEAVES },
      to: { path: '^(bin|lib|constructs)/', pathNot: LEAVES },
    },
    only(
      'convocatorias',
      'a call is data: it knows no configuration and no cloud',
      '^lib/convocatorias/',
      '^$',
    ),
    only('config', 'difusor.yaml stands on the calls', '^lib/config/', '^lib/convocatorias/'),
    only(
      'compliance',
      'the judge reads plain JSON, so that it judges anyone’s template',
      '^lib/compliance/',
      '^lib/convocatorias/',
    ),
    only('report', 'a report renders verdicts', '^lib/report/', '^lib/(compliance|convocatorias)/'),
    only('edge', 'the edge function must stay small enough for CloudFront', '^lib/edge/', '^$'),
    only(
      'audit',
      'a look at running hosts: it knows neither difusor.yaml nor the CLI, and judges nothing',
      '^lib/audit/',
      '^lib/(compliance|convocatorias|frame)/',
    ),
    only('frame', 'a page and its policy know no configuration and no cloud', '^lib/frame/', '^$'),
    only('cut', 'reading a package knows neither store nor law', '^lib/cut/', '^lib/edge/pointer\\.ts$'),
    only('publish', 'publishing knows neither CDK nor law', '^lib/publish/', '^lib/(cut/|edge/)'),
    only(
      'journal',
      'the journal knows events, not what makes them',
      '^lib/journal/',
      '^lib/edge/pointer\\.ts$',
    ),
    only('sync', 'the worker gets frozen settings', '^lib/sync/', '^lib/(cut|journal|publish|edge)/'),
    {
      name: 'wings-apart',
      comment: 'provision and publish meet only at the top',
      severity: 'error',
      from: { path: PROVISION },
      to: { path: PUBLISH },
    },
    {
      name: 'lib-without-constructs',
      comment: 'bin hands synthesize to the CLI, so that the worker runs without aws-cdk-lib',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^(constructs|bin)/|node_modules/(aws-cdk-lib|constructs|cdktf)/',
        dependencyTypesNot: ['npm-dev'],
      },
    },
    only(
      'constructs',
      'constructs stand on config, edge, frame and the worker’s settings and metrics',
      '^constructs/',
      '^lib/(config|convocatorias|edge|frame)/',
    ),
    {
      name: 'aws-and-server-apart',
      severity: 'error',
      from: { path: '^constructs/aws/' },
      to: { path: '^constructs/server/' },
    },
    {
      name: 'server-and-aws-apart',
      severity: 'error',
      from: { path: '^constructs/server/' },
      to: { path: '^constructs/(aws|stacks)/' },
    },
    {
      name: 'cdktf-in-server-alone',
      comment: 'cdktf is archived: what a fork must replace is constructs/server/stack',
      severity: 'error',
      from: { path: '^(bin|lib|constructs)/', pathNot: '^constructs/server/stack/' },
      to: { path: 'node_modules/(cdktf|@cdktf)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(bin|lib|constructs)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|cdk\\.out)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'types'],
    },
  },
};
