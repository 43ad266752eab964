import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FrameSite } from '../../../../../constructs/aws/index.js';
import {
  collectCloudFormation,
  edgeFunctionDigest,
  judge,
  type Facts,
} from '../../../../../lib/compliance/index.js';
import { frameFunctionSource } from '../../../../../constructs/aws/assets.js';
import { awsFramePlan } from '../../../../support/aws-frame-plan.js';

const plan = awsFramePlan();

function collected(change: (code: string) => string = (code) => code): Facts {
  const stack = new Stack(new App(), plan.name, { env: { region: 'us-east-1' } });
  new FrameSite(stack, 'Site', { plan });
  const template = Template.fromStack(stack).toJSON() as {
    Resources: Record<string, { Type: string; Properties: { FunctionCode?: string } }>;
  };
  for (const { Type, Properties } of Object.values(template.Resources))
    if (Type === 'AWS::CloudFront::Function') Properties.FunctionCode = change(Properties.FunctionCode ?? '');
  return collectCloudFormation([{ name: plan.name, region: 'us-east-1', template }]);
}

function statusOf(facts: Facts, id: string): string | undefined {
  return judge({
    convocatoria: plan.convocatoria,
    facts,
    domain: plan.site.domain,
    waivers: [],
    scope: { delivery: 'frame' },
    today: '2027-05-01',
    trustedEdgeDigests: [edgeFunctionDigest(frameFunctionSource())],
  }).find(({ clause }) => clause.id === id)?.status;
}

describe('the frames of a CloudFormation template', () => {
  it('are those of the pages that its functions carry', () => {
    expect(collected().frames).toEqual([
      {
        resource: expect.stringContaining('difusor-chiapas-2024/') as string,
        path: '/',
        source: 'https://prep.example.net/',
        sandbox: expect.stringContaining('allow-scripts') as string,
        title: 'PREP Chiapas 2024',
        link: 'https://prep.example.net/',
        frameSources: ['https://prep.example.net'],
      },
    ]);
  });

  it('meet the clause that asks for a page with a frame', () => {
    expect(statusOf(collected(), 'II.a.m2.3')).toBe('met');
  });

  test.each<[string, (code: string) => string]>([
    ['without a sandbox', (code) => code.replace(/ sandbox=\\"[^"]*\\"/, '')],
    ['that may frame anything', (code) => code.replace('frame-src https://prep.example.net', 'frame-src *')],
    ['over plain HTTP', (code) => code.replace('<iframe src=\\"https:', '<iframe src=\\"http:')],
    ['that is no frame', (code) => code.replace('<iframe', '<img')],
  ])('breach it %s', (_name, change) => {
    expect(statusOf(collected(change), 'II.a.m2.3')).toBe('breached');
  });

  it('are none where no function carries a page', () => {
    expect(collected(() => 'function handler(event) { return event.request; }').frames).toEqual([]);
  });
});
