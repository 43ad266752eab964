import { readFileSync } from 'node:fs';
import { createDifusorApp, type DifusorAppProps } from './difusor-app.js';

/** One synthesized stack. */
export interface SynthesizedStack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** CloudFormation template, as parsed JSON. */
  readonly template: unknown;
}

/** Synthesizes a plan into a folder of CloudFormation JSON and reads the templates back, in order of deployment. */
export function synthesize(props: DifusorAppProps, outdir?: string): readonly SynthesizedStack[] {
  const app = createDifusorApp({ ...props, app: { ...props.app, outdir } });
  return app.synth().stacks.map((stack) => ({
    name: stack.stackName,
    region: stack.environment.region,
    account: stack.environment.account,
    template: JSON.parse(readFileSync(stack.templateFullPath, 'utf8')) as unknown,
  }));
}
