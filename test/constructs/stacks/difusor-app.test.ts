import { CfnOutput, Stack, type App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { DifusorSite } from '../../../constructs/aws/index.js';
import { createDifusorApp, type DifusorAppProps } from '../../../constructs/stacks/index.js';
import { FEATURE_FLAGS } from '../../../constructs/stacks/feature-flags.js';
import type { AwsPlan } from '../../../lib/config/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { examplePlan } from '../../support/example-plan.js';
import { thrownBy } from '../../support/thrown.js';

const NOW = new Date('2027-05-01T00:00:00Z');
const ELSEWHERE = { region: 'mx-central-1', account: '111122223333' };

const build = (props: Partial<DifusorAppProps> = {}): App =>
  createDifusorApp({ plan: examplePlan(), now: NOW, ...props });

const stackOf = (app: App, plan: AwsPlan): Stack => app.node.findChild(plan.name) as Stack;

/** The texts of a stack's warnings, without what the CDK appends to them. */
function warnings(props: Partial<DifusorAppProps> & { readonly plan: AwsPlan }): string[] {
  return Annotations.fromStack(stackOf(build(props), props.plan))
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data as string);
}

describe('warnings of windows', () => {
  const plan = examplePlan();
  const [first] = [...plan.worker.windows].sort((a, b) => Date.parse(a.until) - Date.parse(b.until));
  const firstEnd = Date.parse(first?.until ?? '');
  const ofWindows = (now: Date): string[] =>
    warnings({ plan, now }).filter((text) => text.includes('difusor:window-past'));

  it('are none while every window is ahead', () => {
    expect(ofWindows(NOW)).toEqual([]);
    expect(ofWindows(new Date(firstEnd - 1))).toEqual([]);
  });

  it('name the one that is over, from the instant of its end, and not those ahead', () => {
    expect(ofWindows(new Date(firstEnd))).toEqual([
      expect.stringMatching(new RegExp(`${first?.id}.*${first?.until}`)),
    ]);
  });

  it('come for every window of a call that is long over', () => {
    const over = ofWindows(new Date('2030-01-01T00:00:00Z'));
    expect(over).toHaveLength(plan.worker.windows.length);
    expect(new Set(over).size).toBe(over.length);
  });

  it('speak the language that was asked for', () => {
    const now = new Date(firstEnd);
    const [english] = warnings({ plan, now, messages: createMessages('en') });
    const [spanish] = warnings({ plan, now });
    expect(spanish).toMatch(/La ventana/);
    expect(english).not.toMatch(/La ventana/);
  });
});

describe('the warning of the retention', () => {
  const call = { convocatoria: 'bcs-2024', retention: { hours: 48 } };
  const ofRetention = (plan: AwsPlan): string[] =>
    warnings({ plan }).filter((text) => text.includes('difusor:retention'));

  it('tells that nothing leaves where the call does not say until when results stay in view', () => {
    const plan = examplePlan(call);
    const silent = { ...plan, convocatoria: { ...plan.convocatoria, holdUntil: null } };
    expect(ofRetention(silent)).toEqual([expect.stringContaining('bcs-2024')]);
  });

  it('is not given where it does, nor where nobody asked for a retention', () => {
    expect(ofRetention(examplePlan(call))).toEqual([]);
    const plan = examplePlan();
    expect(ofRetention({ ...plan, convocatoria: { ...plan.convocatoria, holdUntil: null } })).toEqual([]);
  });
});

describe('a source that needs a host', () => {
  it.each([
    ['rsync', { kind: 'rsync', via: 'daemon', host: 'prep.example.net', path: '/prep/sitio' }],
    ['inbox', { kind: 'inbox', path: '/srv/buzon', form: 'tree', complete: { marker: 'LISTO' } }],
  ])('is a plan like others, and no app on AWS: %s', (kind, source) => {
    const plan = examplePlan({ source, 'package.cutTime': 'arrival' });
    expect(thrownBy(() => build({ plan }))).toMatchObject({ code: 'SOURCE_NEEDS_HOST', params: { kind } });
  });
});

describe('the tags of the plan', () => {
  const plan = examplePlan({ tags: { proyecto: 'prep', 'centro-de-costo': '42' } });
  const template = Template.fromStack(stackOf(build({ plan }), plan));

  it.each(['AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::CloudFront::Distribution', 'AWS::EC2::EIP'])(
    'reach every %s',
    (type) => {
      template.allResourcesProperties(type, {
        Tags: Match.arrayWith([
          { Key: 'centro-de-costo', Value: '42' },
          { Key: 'proyecto', Value: 'prep' },
        ]),
      });
    },
  );

  it('stay off the dashboard, which not every region and linter lets have tags', () => {
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
    template.allResourcesProperties('AWS::CloudWatch::Dashboard', { Tags: Match.absent() });
  });

  it('reach the stacks of the edge too', () => {
    const elsewhere = examplePlan({ ...ELSEWHERE, tags: { proyecto: 'prep' } });
    const edge = build({ plan: elsewhere }).node.findChild(`${elsewhere.name}-edge`) as Stack;
    Template.fromStack(edge).hasResourceProperties('AWS::WAFv2::WebACL', {
      Tags: Match.arrayWith([{ Key: 'proyecto', Value: 'prep' }]),
    });
  });
});

describe('references across stacks', () => {
  it('are weak by default, also those of a stack that somebody adds', () => {
    const plan = examplePlan(ELSEWHERE);
    const app = build({ plan });
    const site = stackOf(app, plan).node.findChild('Site') as DifusorSite;
    const added = new Stack(app, 'Added', { env: ELSEWHERE });
    new CfnOutput(added, 'Bucket', { value: site.siteBucket.bucket.bucketName });
    const text = JSON.stringify(Template.fromStack(added).toJSON());
    expect(text).toContain('Fn::GetStackOutput');
    expect(text).not.toContain('Fn::ImportValue');
  });
});

describe('the app', () => {
  it('has every feature flag in force, whichever way it is synthesized', () => {
    const { node } = build();
    for (const [flag, value] of Object.entries(FEATURE_FLAGS))
      expect([flag, node.tryGetContext(flag)]).toEqual([flag, value]);
  });

  it('names no feature flag that this CDK does not know', () => {
    const known = new Set<unknown>(Object.values(cxapi));
    expect(Object.keys(FEATURE_FLAGS).filter((flag) => !known.has(flag))).toEqual([]);
  });

  it('keeps the context that somebody gives beside the flags', () => {
    const { node } = build({ app: { context: { 'example:key': 'value' } } });
    expect(node.tryGetContext('example:key')).toBe('value');
    expect(node.tryGetContext('@aws-cdk/aws-iam:minimizePolicies')).toBe(true);
  });

  it('synthesizes with a concrete account and asks AWS for nothing', () => {
    const assembly = build({ plan: examplePlan({ account: '111122223333' }) }).synth();
    expect(assembly.manifest.missing ?? []).toEqual([]);
    expect(assembly.stacks.map(({ environment }) => environment.account)).toEqual(['111122223333']);
  });
});
