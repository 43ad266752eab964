import { basename, join } from 'node:path';
import { runCdk, type CdkResult } from '../../../lib/testing/index.js';
import type { AwsStandIn } from './aws-stand-in.js';
import { ROOT } from './example-config.js';

/** The account of every stand-in. */
export const ACCOUNT = '123456789012';

/** The hosted zone that examples/bcs names. */
export const EXAMPLE_ZONE = { Z0123456789ABCDEFGHIJ: 'example.org' };

/** A present before the dates of examples/bcs, so that its schedules deploy in any year. */
export const BEFORE_THE_ELECTION = '2027-01-01T00:00:00+00:00';

const DEPLOY_OPTIONS = ['--all', '--require-approval', 'never', '--progress', 'events'];

/** Seconds of every synthesis; the unit tests validate once. */
const WITHOUT_VALIDATION = { CDK_VALIDATION: 'false' };

/** The CDK CLI on the compiled app, against one stand-in, in one temporary folder. */
export class DifusorApp {
  constructor(
    private readonly aws: Pick<AwsStandIn, 'url'>,
    private readonly folder: string,
  ) {}

  /** Makes what the CDK needs in a region before the first deployment. */
  bootstrap(region: string): Promise<CdkResult> {
    const args = ['bootstrap', `aws://${ACCOUNT}/${region}`];
    // Outside the project: with a cdk.json in sight the CLI would synthesize the app first.
    return runCdk(args, { endpoint: this.aws.url, cwd: this.folder, region });
  }

  /** Where the last synthesis of a configuration stands. */
  assembly(config: string): string {
    return join(this.folder, `assembly-${basename(config, '.yaml')}`);
  }

  /** Synthesizes and gives the path of the cloud assembly. */
  async synth(config: string): Promise<string> {
    const result = await this.run(['synth', '--quiet', ...this.source(config)]);
    if (result.code !== 0) throw new Error(said(result));
    return this.assembly(config);
  }

  /** Synthesizes and deploys every stack of a configuration. */
  deploy(config: string): Promise<CdkResult> {
    return this.run(['deploy', ...DEPLOY_OPTIONS, ...this.source(config)]);
  }

  /** Deploys every stack of a cloud assembly. */
  deployAssembly(assembly: string): Promise<CdkResult> {
    return this.run(['deploy', ...DEPLOY_OPTIONS], assembly);
  }

  destroy(config: string): Promise<CdkResult> {
    return this.run(['destroy', '--all', '--force', ...this.source(config)]);
  }

  private source(config: string): string[] {
    return ['-c', `difusor=${config}`, '--output', this.assembly(config)];
  }

  private run(args: readonly string[], app?: string): Promise<CdkResult> {
    return runCdk(args, { endpoint: this.aws.url, cwd: ROOT, app, env: WITHOUT_VALIDATION });
  }
}

/** All that a run of the CLI printed. */
export function said({ stdout, stderr }: CdkResult): string {
  return `${stdout}\n${stderr}`;
}
