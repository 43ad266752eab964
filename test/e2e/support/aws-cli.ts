import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cleanEnvironment } from './clean-environment.js';
import { CREDENTIALS } from './aws-clients.js';

/** Asks the stand-in through the AWS CLI, for services whose SDK client the project does not carry. */
export async function askAws(url: string, args: readonly string[], region = 'us-east-1'): Promise<unknown> {
  const { stdout } = await promisify(execFile)('aws', [...args, '--output', 'json'], {
    env: cleanEnvironment({
      AWS_ENDPOINT_URL: url,
      AWS_PAGER: '',
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    }),
  });
  return JSON.parse(stdout) as unknown;
}
