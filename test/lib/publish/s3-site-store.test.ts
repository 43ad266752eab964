import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3SiteStore } from '../../../lib/publish/s3-site-store.js';
import { stagedFile } from '../../support/cuts.js';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';
import { S3Double } from '../../support/s3-double.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeSiteStore } from './site-store.conformance.js';

const GENERATION = '20240603T030000Z-00000001';

let s3: S3Double;
let keyValues: KeyValueStoreDouble;

beforeEach(async () => {
  s3 = await new S3Double().start();
  keyValues = await new KeyValueStoreDouble().start();
});

afterEach(async () => {
  await s3.stop();
  await keyValues.stop();
});

function openStore(): S3SiteStore {
  return new S3SiteStore({
    s3: s3.client(),
    bucket: 'site',
    keyValues: keyValues.client(),
    keyValueStoreArn: KEY_VALUE_STORE_ARN,
  });
}

describeSiteStore('S3 with a KeyValueStore', {
  open: () => Promise.resolve(openStore()),
  content: (_directory, generation, path) =>
    Promise.resolve(s3.objects.get(`site/cuts/${generation}/${path}`)?.content.toString()),
});

describe('S3SiteStore', () => {
  const directory = useTemporaryDirectory();
  const source = (text: string | Buffer): string => {
    const path = join(directory(), 'source');
    writeFileSync(path, text);
    return path;
  };

  it('stores type, Cache-Control and checksum with each object', async () => {
    await openStore().putFile(GENERATION, stagedFile('index.html', 'x'), source('x'));
    expect(s3.objects.get(`site/cuts/${GENERATION}/index.html`)).toMatchObject({
      contentType: 'text/html',
      cacheControl: 'no-cache',
    });
  });

  it('gives a copy the headers of the day, not those of its original', async () => {
    const store = openStore();
    const file = stagedFile('json/main.json', '{}');
    await store.putFile(GENERATION, { ...file, cacheControl: 'max-age=60' }, source('{}'));
    await store.copyFile('20240603T032000Z-00000002', { ...file, cacheControl: 'no-store' }, GENERATION);
    expect(s3.objects.get('site/cuts/20240603T032000Z-00000002/json/main.json')?.cacheControl).toBe(
      'no-store',
    );
  });

  it('tells a store that fails from one that has nothing', async () => {
    s3.failures.push({ method: 'GET', key: /manifests/, status: 500, code: 'InternalError' });
    const store = openStore();
    await expect(store.readManifest(GENERATION)).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      retryable: true,
    });
    expect(await store.readManifest(GENERATION)).toBeUndefined();
  });

  it('never lists, heads or deletes', async () => {
    const store = openStore();
    await store.putFile(GENERATION, stagedFile('a', 'x'), source('x'));
    await store.copyFile(GENERATION, stagedFile('b', 'x'), GENERATION);
    await store.readManifest(GENERATION);
    await store.writeState('{}');
    await store.readState();
    const methods = new Set(s3.requests.map((request) => request.split(' ')[0]));
    expect([...methods].sort()).toEqual(['COPY', 'GET', 'PUT']);
    expect(s3.requests.every((request) => / site\/(?:cuts|manifests|state)\//.test(request))).toBe(true);
  });
});
