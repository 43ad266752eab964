// The programs with which a folder is copied to S3, each with its own settings but for what makes it right.

const KEYS = { accessKeyId: 'bench', secretAccessKey: 'bench' };

/**
 * By their name on the PATH: how to get each, and the command and environment that make a bucket a copy of a tree.
 * rclone gets `--checksum` because by time it asks S3 for each object; s3cmd compares by MD5 as it comes.
 */
export const CLIENTS = {
  aws: {
    title: 'aws s3 sync',
    how: 'python3 -m pip install awscli',
    command: ({ tree, s3 }) => [
      '--endpoint-url',
      s3,
      's3',
      'sync',
      '--delete',
      '--only-show-errors',
      tree,
      's3://site',
    ],
    env: () => ({
      AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    }),
  },
  rclone: {
    title: 'rclone sync',
    how: 'apt-get install rclone',
    command: ({ tree }) => ['sync', '--quiet', '--checksum', '--fast-list', tree, 'bench:site'],
    env: ({ s3 }) => ({
      RCLONE_CONFIG: '/dev/null',
      RCLONE_CONFIG_BENCH_TYPE: 's3',
      RCLONE_CONFIG_BENCH_PROVIDER: 'Other',
      RCLONE_CONFIG_BENCH_ENDPOINT: s3,
      RCLONE_CONFIG_BENCH_ACCESS_KEY_ID: KEYS.accessKeyId,
      RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    }),
  },
  s3cmd: {
    title: 's3cmd sync',
    how: 'apt-get install s3cmd',
    command: ({ tree, s3 }) => [
      ...['--config', '/dev/null', '--no-ssl', '--quiet', '--no-progress'],
      ...['--access_key', KEYS.accessKeyId, '--secret_key', KEYS.secretAccessKey],
      ...['--host', new URL(s3).host, '--host-bucket', new URL(s3).host],
      ...['sync', '--delete-removed', `${tree}/`, 's3://site/'],
    ],
    env: () => ({}),
  },
};
