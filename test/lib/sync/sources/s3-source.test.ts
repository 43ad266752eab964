import type { ServerResponse } from 'node:http';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Source, type S3SourceOptions } from '../../../../lib/sync/sources/s3-source.js';
import { everythingOf } from '../../../support/everything-of.js';
import { InstituteBucket, refuse } from '../../../support/institute-bucket.js';
import { sampleCuts, type SamplePackage } from '../../../support/sample-package.js';
import { takeAll } from '../../../support/take-all.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { describeSource, type SourceBench, type SourceFault } from './source.conformance.js';

const BUCKET = 'instituto';
const MIB = 1024 * 1024;
const KEYS = {
  accessKeyId: 'AKIACANARIO7F3A',
  secretAccessKey: 'canario-secreto-7f3a',
  sessionToken: 'canario-de-sesion-7f3a',
};
const [FIRST, SECOND] = sampleCuts();

type Location = S3SourceOptions['location'];

const LOCATION: Location = {
  kind: 's3',
  bucket: BUCKET,
  region: 'us-east-1',
  key: 'cortes/',
  auth: 'keys',
  secretName: 'difusor/source',
};

class BucketBench implements SourceBench {
  readonly secrets = [KEYS.secretAccessKey, KEYS.sessionToken];
  secret = JSON.stringify(KEYS);
  timeouts: S3SourceOptions['timeouts'];
  change: S3ClientConfig = {};

  constructor(readonly bucket: InstituteBucket) {}

  get source(): S3Source {
    return new S3Source({
      location: LOCATION,
      package: { maxBytes: MIB },
      secrets: { read: () => Promise.resolve(this.secret) },
      timeouts: this.timeouts,
      client: { ...this.bucket.clientConfig(), ...this.change },
    });
  }

  offer({ name, bytes }: SamplePackage): void {
    this.withdraw();
    this.bucket.objects.set(`${BUCKET}/cortes/${name}`, bytes);
  }

  withdraw(): void {
    this.bucket.objects.clear();
  }

  stop(): Promise<void> {
    return this.bucket.stop();
  }
}

const UNREACHABLE = { code: 'SOURCE_UNREACHABLE', retryable: true } as const;
const REFUSED = { code: 'SOURCE_REFUSED', retryable: false } as const;
const answers = (status: number, code: string): Pick<SourceFault<BucketBench>, 'inject'> => ({
  inject: ({ bucket }) => void (bucket.misbehave = (response) => refuse(response, status, code)),
});
/** Lists as it should, and fails with the object. */
const objectFails = (answer: (response: ServerResponse) => void): ((bench: BucketBench) => void) => {
  return ({ bucket }) => {
    bucket.misbehave = (response, request) => {
      if (request.url?.includes('list-type') !== true) return answer(response);
      response.end(`<ListBucketResult><Contents><Key>cortes/a.zip</Key></Contents></ListBucketResult>`);
    };
  };
};
const slow = (answer: (response: ServerResponse) => void, timeouts: S3SourceOptions['timeouts']) => {
  return (bench: BucketBench): void => {
    bench.timeouts = timeouts;
    objectFails(answer)(bench);
  };
};

describeSource<BucketBench>('an S3 prefix', {
  form: 'archive',
  tellsUnchanged: true,
  start: async () => new BucketBench(await new InstituteBucket(KEYS).start()),
  faults: {
    'answers 500': { ...answers(500, 'InternalError'), ...UNREACHABLE },
    'asks to slow down': { ...answers(503, 'SlowDown'), ...UNREACHABLE },
    'gave up waiting': { ...answers(400, 'RequestTimeout'), ...UNREACHABLE },
    'forbids it': { ...answers(403, 'AccessDenied'), ...REFUSED },
    'says that the keys have expired': { ...answers(400, 'ExpiredToken'), ...REFUSED },
    'has no such bucket': { ...answers(404, 'NoSuchBucket'), ...REFUSED },
    'says 304 of nothing known': {
      inject: objectFails((response) => response.writeHead(304).end()),
      ...REFUSED,
    },
    'sends it to another region': {
      ...answers(301, 'PermanentRedirect'),
      code: 'SOURCE_REDIRECTED',
      retryable: false,
    },
    'is gone': { inject: ({ bucket }) => bucket.stop(), ...UNREACHABLE },
    'breaks off in mid-transfer': {
      inject: objectFails((response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('0123456789', () => response.destroy());
      }),
      code: 'SOURCE_TRUNCATED',
      retryable: true,
    },
    'does not answer': { inject: slow(() => undefined, { headersMs: 200 }), ...UNREACHABLE },
    'stalls in mid-transfer': {
      inject: slow((response) => void response.writeHead(200).write('x'), { idleMs: 200 }),
      ...UNREACHABLE,
    },
    trickles: {
      inject: slow((response) => trickle(response.writeHead(200)), { totalMs: 300 }),
      ...UNREACHABLE,
    },
    'is given other keys': {
      inject: (bench) => void (bench.secret = JSON.stringify({ ...KEYS, accessKeyId: 'AKIAOTHER' })),
      ...REFUSED,
    },
    'is given a secret that is no JSON': {
      inject: (bench) => void (bench.secret = KEYS.secretAccessKey),
      code: 'SECRET_UNREADABLE',
      retryable: false,
    },
  },
});

describe('S3Source', () => {
  const directory = useTemporaryDirectory();
  let bucket: InstituteBucket;

  beforeEach(async () => {
    bucket = await new InstituteBucket(KEYS).start();
    bucket.objects.set(`${BUCKET}/cortes/${FIRST.name}`, FIRST.bytes);
  });
  afterEach(() => bucket.stop());

  const source = (options: Partial<S3SourceOptions> = {}, location: Partial<Location> = {}): S3Source =>
    new S3Source({
      location: { ...LOCATION, ...location },
      package: { maxBytes: MIB },
      secrets: { read: () => Promise.resolve(JSON.stringify(KEYS)) },
      client: bucket.clientConfig(),
      ...options,
    });
  const failure = (options?: Partial<S3SourceOptions>, location?: Partial<Location>): Promise<unknown> =>
    source(options, location)
      .fetch({ directory: directory() })
      .then(
        (result) => result,
        (error: unknown) => error,
      );

  it('takes the newest archive right under the prefix, over all pages', async () => {
    const others = [
      'cortes/20240602_1940_PREP_BCS.zip',
      'cortes/leame.txt',
      'cortes/zz.zip.part',
      'cortes/viejos/99990101_0000_PREP_BCS.zip',
    ];
    for (const key of others) bucket.objects.set(`${BUCKET}/${key}`, FIRST.bytes);
    bucket.objects.set(`${BUCKET}/cortes/${SECOND.name}`, SECOND.bytes);
    expect(await source().fetch({ directory: directory() })).toMatchObject({
      received: { name: SECOND.name, sha256: SECOND.sha256 },
    });
    const lists = bucket.requests.filter((request) => request.startsWith('LIST'));
    expect(lists).toEqual(Array.from({ length: 3 }, () => `LIST ${BUCKET}/cortes/`));
  });

  it('hands over every package of changes, the oldest first, however many came between two looks', async () => {
    const from = source({ package: { maxBytes: MIB, incremental: true } });
    const { validators } = await takeAll(from, directory());
    for (const time of ['2200', '2140', '2120'])
      bucket.objects.set(`${BUCKET}/cortes/20240602_${time}_P.zip`, Buffer.from(time));
    expect(await takeAll(from, directory(), validators)).toMatchObject({
      taken: [
        ['20240602_2120_P.zip', true],
        ['20240602_2140_P.zip', true],
        ['20240602_2200_P.zip', false],
      ],
      end: 'unchanged',
    });
  });

  it('takes one object by its key, and lists nothing', async () => {
    const key = `cortes/${FIRST.name}`;
    expect(await source({}, { key }).fetch({ directory: directory() })).toMatchObject({
      received: { name: FIRST.name },
    });
    expect(bucket.requests).toEqual([`GET ${BUCKET}/${key}`]);
  });

  it('has nothing where the one object is not there', async () => {
    const fetched = source({}, { key: 'cortes/other.zip' }).fetch({ directory: directory() });
    expect(await fetched).toEqual({ kind: 'absent' });
  });

  it('takes another object of the same content for another package', async () => {
    const { validators } = (await source().fetch({ directory: directory() })) as { validators: object };
    bucket.objects.set(`${BUCKET}/cortes/${SECOND.name}`, FIRST.bytes);
    const fetched = source().fetch({ directory: directory(), known: validators });
    expect(await fetched).toMatchObject({ kind: 'package', received: { name: SECOND.name } });
  });

  it('works under the worker’s own role, and reads no secret for it', async () => {
    const read = jest.fn();
    const client = { ...bucket.clientConfig(), credentials: KEYS };
    const fetched = source({ secrets: { read }, client }, { auth: 'role' }).fetch({ directory: directory() });
    expect(await fetched).toMatchObject({ kind: 'package' });
    expect(read).not.toHaveBeenCalled();
  });

  it('says that the role has no credentials', async () => {
    const credentials = (): never => {
      throw Object.assign(new Error('none'), { name: 'CredentialsProviderError' });
    };
    const client = { ...bucket.clientConfig(), credentials };
    expect(await failure({ client }, { auth: 'role' })).toMatchObject({
      code: 'SECRET_UNREADABLE',
      params: { name: 'role', reason: 'CredentialsProviderError' },
    });
  });

  it.each([
    ['declares', (response: ServerResponse) => response.writeHead(200, { 'content-length': MIB + 1 })],
    ['sends', (response: ServerResponse) => response.writeHead(200)],
  ])('refuses an object that %s more than the limit', async (_what, head) => {
    bucket.misbehave = (response) => void head(response).end(Buffer.alloc(MIB + 1));
    expect(await failure({}, { key: 'a.zip' })).toMatchObject({
      code: 'SOURCE_TOO_LARGE',
      params: { limitMib: 1 },
    });
  });

  it.each([
    ['the digest', FIRST.sha256.toUpperCase(), true, FIRST.sha256],
    ['nothing', undefined, true, undefined],
    ['nothing, to a caller that may not list', undefined, false, undefined],
  ])('brings what the object beside the package says: %s', async (_what, text, mayList, digest) => {
    const key = `cortes/${FIRST.name}`;
    bucket.mayList = mayList;
    if (text !== undefined) bucket.objects.set(`${BUCKET}/${key}.sha256`, Buffer.from(text));
    const fetched = source({ package: { maxBytes: MIB, sidecar: 'sha256' } }, { key }).fetch({
      directory: directory(),
    });
    expect(await fetched).toMatchObject({ received: { declared: { algorithm: 'sha256', digest } } });
  });

  it('fails where the object beside the package can’t be read for now', async () => {
    bucket.misbehave = (response, { url }) => {
      if (url?.includes('.md5') === true) refuse(response, 503, 'SlowDown');
      else response.end(FIRST.bytes);
    };
    const thrown = await failure({ package: { maxBytes: MIB, sidecar: 'md5' } }, { key: 'a.zip' });
    expect(thrown).toMatchObject({ code: 'SOURCE_UNREACHABLE', retryable: true });
    expect(everythingOf(thrown)).not.toContain(KEYS.sessionToken);
  });
});

/** Sends a byte now and then, until the client goes away. */
function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 10);
  response.on('close', () => clearInterval(timer));
}
