import { join } from 'node:path';
import { createSyncLog, type SyncOutcome } from '../../../lib/sync/index.js';
import { runOnLambda, type LambdaEnvironment } from '../../../lib/sync/lambda.js';
import type { WorkerSettings } from '../../../lib/worker-settings.js';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID } from '../../support/night.js';
import { basic, PackageServer } from '../../support/package-server.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { S3Double } from '../../support/s3-double.js';
import { SecretsManagerDouble } from '../../support/secrets-manager-double.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';

const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:difusor/source-AbCdEf';
const CANARY = 'canario-de-prueba-7f3a';

describe('runOnLambda', () => {
  const directory = useTemporaryDirectory();
  const s3 = new S3Double();
  const keyValues = new KeyValueStoreDouble();
  const secretsManager = new SecretsManagerDouble();
  let server: PackageServer;
  let written: string[];

  beforeEach(async () => {
    written = [];
    server = await new PackageServer(basic('difusor', CANARY)).start();
    await Promise.all([s3.start(), keyValues.start(), secretsManager.start()]);
    s3.objects.clear();
    s3.requests.length = 0;
    keyValues.values.clear();
    secretsManager.secrets.set(SECRET_ARN, JSON.stringify({ username: 'difusor', password: CANARY }));
  });
  afterEach(async () => {
    await Promise.all([server.stop(), s3.stop(), keyValues.stop(), secretsManager.stop()]);
  });

  const settings = (change: Partial<WorkerSettings> = {}): WorkerSettings => ({
    ...SETTINGS,
    source: { ...SETTINGS.source, host: 'localhost', port: server.port },
    cacheControl: [{ path: '/json/main.json', value: 'no-cache, no-store, must-revalidate' }],
    ...change,
  });
  const environment = (change: LambdaEnvironment = {}): LambdaEnvironment => ({
    DIFUSOR_SETTINGS: JSON.stringify(settings()),
    DIFUSOR_SITE: 'prep.example.mx',
    SITE_BUCKET: 'site',
    ARCHIVE_BUCKET: 'archive',
    KEY_VALUE_STORE_ARN,
    SECRET_ARN,
    ...change,
  });
  const runAt = (
    now: string,
    offered?: SamplePackage,
    change: LambdaEnvironment = {},
  ): Promise<SyncOutcome> => {
    server.offered = offered ?? server.offered;
    server.now = new Date(now);
    return runOnLambda(environment(change), {
      s3: s3.client(),
      keyValues: keyValues.client(),
      secretsManager: secretsManager.client(),
      source: { ca: server.ca, allowLoopback: true },
      worker: {
        clock: () => new Date(now),
        log: createSyncLog({ write: (line) => written.push(line) }),
        emitMetrics: (line) => written.push(line),
        workDirectory: join(directory(), 'work'),
      },
    });
  };

  it('pulls two cuts over HTTPS into S3, and flips the KeyValueStore once for each', async () => {
    expect(await runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({
      kind: 'published',
      generation: FIRST_ID,
    });
    s3.requests.length = 0;
    keyValues.requests.length = 0;
    expect(await runAt('2027-06-06T20:25:00-07:00', SECOND)).toMatchObject({
      kind: 'published',
      generation: SECOND_ID,
      sentFiles: 4,
      copiedFiles: 2,
    });
    expect(JSON.parse(keyValues.values.get('live') ?? '')).toEqual({ state: 'live', generation: SECOND_ID });
    expect(keyValues.requests.filter((request) => request.startsWith('PUT'))).toEqual(['PUT live']);
    for (const [path, content] of Object.entries(SECOND.files)) {
      expect(s3.objects.get(`site/cuts/${SECOND_ID}/${path}`)?.content.equals(content)).toBe(true);
    }
    expect(s3.objects.get(`archive/packages/${SECOND_ID}/${SECOND.name}`)?.content.equals(SECOND.bytes)).toBe(
      true,
    );
    expect(s3.objects.get(`site/cuts/${SECOND_ID}/json/main.json`)?.cacheControl).toBe(
      'no-cache, no-store, must-revalidate',
    );
    expect(s3.objects.get(`site/cuts/${SECOND_ID}/index.html`)).toMatchObject({
      contentType: 'text/html',
      cacheControl: 'no-cache',
    });
  });

  it('writes the manifest after the files and before the pointer', async () => {
    await runAt('2027-06-06T20:05:00-07:00', FIRST);
    const writes = s3.requests.filter((request) => /^(?:PUT|COPY)/.test(request));
    const manifest = writes.indexOf(`PUT site/manifests/${FIRST_ID}.json`);
    const lastFile = writes.findLastIndex((request) => request.includes('/cuts/'));
    expect(manifest).toBe(lastFile + 1);
  });

  it('writes nothing while the institute has nothing new', async () => {
    await runAt('2027-06-06T20:05:00-07:00', FIRST);
    s3.requests.length = 0;
    keyValues.requests.length = 0;
    expect(await runAt('2027-06-06T20:06:00-07:00')).toEqual({ kind: 'unchanged', generation: FIRST_ID });
    expect([...s3.requests, ...keyValues.requests].filter((request) => !request.startsWith('GET'))).toEqual(
      [],
    );
    expect(server.statuses).toEqual([200, 304]);
  });

  it('says that it published where only the answer to the flip was lost', async () => {
    keyValues.lostAnswers = 1;
    expect(await runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect(JSON.parse(keyValues.values.get('live') ?? '')).toEqual({ state: 'live', generation: FIRST_ID });
  });

  it('rides out a slow-down of S3', async () => {
    s3.failures.push({ method: 'PUT', key: /index\.html/, status: 503, code: 'SlowDown' });
    expect(await runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
  });

  it('throws what failed, so that the function’s errors are counted', async () => {
    await expect(runAt('2027-06-06T20:05:00-07:00')).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      params: { host: 'localhost', status: 404 },
    });
  });

  it('throws what it refused, without the causes, which the log has', async () => {
    const damaged = { ...FIRST, bytes: FIRST.bytes.subarray(0, -5) };
    const thrown: unknown = await runAt('2027-06-06T20:05:00-07:00', damaged).catch(
      (error: unknown) => error,
    );
    expect(thrown).toMatchObject({ code: 'ARCHIVE_TRUNCATED' });
    expect((thrown as Error).cause).toBeUndefined();
    expect(keyValues.values.size).toBe(0);
  });

  it.each([
    ['DIFUSOR_SETTINGS', undefined, 'DIFUSOR_SETTINGS'],
    ['DIFUSOR_SETTINGS', '{', 'JSON'],
    ['DIFUSOR_SETTINGS', '{"zone":1}', 'zone'],
    ['SITE_BUCKET', '', 'SITE_BUCKET'],
    ['ARCHIVE_BUCKET', undefined, 'ARCHIVE_BUCKET'],
    ['KEY_VALUE_STORE_ARN', undefined, 'KEY_VALUE_STORE_ARN'],
    ['SECRET_ARN', undefined, 'SECRET_ARN'],
  ])('refuses to run where %s is %p', async (name, value, reason) => {
    await expect(runAt('2027-06-06T20:05:00-07:00', FIRST, { [name]: value })).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      params: { reason: expect.stringContaining(reason) as string },
    });
  });

  it('needs no secret for a source without credentials', async () => {
    const open = settings({
      source: { ...SETTINGS.source, auth: 'none', host: 'localhost', port: server.port },
    });
    const change = { DIFUSOR_SETTINGS: JSON.stringify(open), SECRET_ARN: undefined };
    await expect(runAt('2027-06-06T20:05:00-07:00', FIRST, change)).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
      params: { status: 401 },
    });
  });

  it('refuses a source that needs a folder of its host', async () => {
    const inbox = { kind: 'inbox', path: 'buzon', form: 'archive', complete: { when: 'rename' } } as const;
    const change = { DIFUSOR_SETTINGS: JSON.stringify(settings({ source: inbox })) };
    await expect(runAt('2027-06-06T20:05:00-07:00', FIRST, change)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      params: { reason: 'source.kind: inbox' },
    });
  });

  it('names the site by the call where the stack names none', async () => {
    await runAt('2027-06-06T20:05:00-07:00', FIRST, { DIFUSOR_SITE: undefined });
    expect(written.join('')).toContain('"Site":"bcs-2024"');
  });

  it.each([
    ['a published cut', FIRST, undefined],
    ['a damaged package', { ...FIRST, bytes: FIRST.bytes.subarray(0, -5) }, undefined],
    ['credentials that the source refuses', FIRST, { username: 'difusor', password: `${CANARY}-old` }],
    ['a secret that is no JSON', FIRST, CANARY],
    ['a secret of the wrong shape', FIRST, { user: 'difusor', pass: CANARY }],
    ['a secret that can’t stand in a header', FIRST, { username: 'difusor', password: `${CANARY}\r\nX: 1` }],
  ])('lets no credential out: %s', async (_what, offered, secret) => {
    if (secret !== undefined) {
      secretsManager.secrets.set(SECRET_ARN, typeof secret === 'string' ? secret : JSON.stringify(secret));
    }
    const thrown: unknown = await runAt('2027-06-06T20:05:00-07:00', offered).catch(
      (error: unknown) => error,
    );
    const stored = [...s3.objects].map(([key, { content }]) => key + content.toString('latin1'));
    const everything = [...written, ...stored, ...keyValues.values.values(), everythingOf(thrown)].join('\n');
    expect(written.length).toBeGreaterThan(0);
    for (const form of [CANARY, Buffer.from(`difusor:${CANARY}`).toString('base64').slice(0, 30)]) {
      expect(everything).not.toContain(form);
    }
  });
});

/** All that a runtime could print of what was thrown. */
function everythingOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return JSON.stringify(thrown);
  return [thrown.message, thrown.stack, JSON.stringify(thrown), everythingOf(thrown.cause ?? null)].join(
    '\n',
  );
}
