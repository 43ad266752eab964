import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishCut, type Arrival } from '../../../lib/publish/index.js';
import { placeIn } from '../../../lib/publish/file-place.js';
import { S3SiteStore } from '../../../lib/publish/s3-site-store.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';
import { notesOf, putNotes } from '../../support/noted.js';
import { S3Double } from '../../support/s3-double.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeSiteStore } from './site-store.conformance.js';

const GENERATION = '20240603T030000Z-00000001';
const LATER = '20240603T032000Z-00000002';

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
  content: (_directory, cut, path) =>
    Promise.resolve(s3.objects.get(`site/${placeIn(cut, path)}`)?.content.toString()),
  sharesStable: true,
  retires: false,
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
    await store.copyFile(
      '20240603T032000Z-00000002',
      { ...file, cacheControl: 'no-store' },
      { generation: GENERATION },
    );
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

  it('says that it may not read the notes, where S3 tells that there are none and refuses to make them', async () => {
    const store = openStore();
    await putNotes(store, '{}');
    s3.failures.push({ method: 'GET', key: /notes/, status: 403, code: 'AccessDenied', lasts: true });
    await expect(putNotes(store, '{"n":1}')).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { reason: 'AccessDenied' },
    });
  });

  it('never lists, heads or deletes', async () => {
    const store = openStore();
    await store.putFile(GENERATION, stagedFile('a', 'x'), source('x'));
    await store.copyFile(LATER, stagedFile('a', 'x'), { generation: GENERATION });
    await store.putFile(LATER, { ...stagedFile('actas/1', 'x'), stableUnder: LATER }, source('x'));
    await store.putFile(LATER, { ...stagedFile('actas/1', 'x'), stableUnder: LATER }, source('x'));
    await store.readManifest(GENERATION);
    await putNotes(store, '{}');
    await notesOf(store);
    const methods = new Set(s3.requests.map((request) => request.split(' ')[0]));
    expect([...methods].sort()).toEqual(['COPY', 'GET', 'PUT']);
    expect(s3.requests.every((request) => / site\/(?:cuts|manifests|stable|state)\//.test(request))).toBe(
      true,
    );
  });

  describe('with a cut after the first', () => {
    const contents = Object.fromEntries([
      ...Array.from({ length: 20 }, (_, index) => [`actas/${index}.jpg`, `image ${index}`] as const),
      ...Array.from({ length: 10 }, (_, index) => [`json/${index}.json`, `${index}`] as const),
    ]);
    const options = { cacheControl: [], stablePrefixes: ['/actas/'], hold: false };
    const counted = (): Record<string, number> => {
      const methods = s3.requests.map((request) => request.split(' ')[0] ?? '');
      return Object.fromEntries([...new Set(methods)].map((m) => [m, methods.filter((x) => x === m).length]));
    };

    it('puts what changed and the manifest, copies the rest, and asks nothing of the stable files', async () => {
      const store = openStore();
      const first = extractedCut(directory(), '2024-06-03T03:00:00Z', contents);
      const { manifest: base } = await publishCut(store, first, { ...options, base: undefined });
      expect(counted()).toEqual({ PUT: 31 });
      s3.requests.length = 0;
      const changed = { ...contents, 'json/0.json': 'changed', 'actas/new.jpg': 'new' };
      const next = extractedCut(directory(), '2024-06-03T03:20:00Z', changed);
      const { manifest, flip } = await publishCut(store, next, { ...options, base });
      expect(counted()).toEqual({ PUT: 3, COPY: 9 });
      expect(flip?.pointer).toEqual({ state: 'live', generation: manifest.generation, stable: base.stable });
      for (const [path, text] of Object.entries(changed)) {
        expect(s3.objects.get(`site/${placeIn(manifest, path)}`)?.content.toString()).toBe(text);
      }
    });

    it('repeats no upload of a run that died', async () => {
      const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', contents);
      const arrived = new Map<string, string>();
      s3.failures.push({ method: 'PUT', key: /json\/5/, status: 403, code: 'AccessDenied', lasts: true });
      const onArrived = ({ path, sha256 }: Arrival): undefined => void arrived.set(path, sha256);
      const oneByOne = { ...options, base: undefined, concurrency: { sends: 1 } };
      const dying = publishCut(openStore(), cut, { ...oneByOne, onArrived });
      await expect(dying).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
      s3.requests.length = 0;
      s3.failures.length = 0;
      const left = 30 - arrived.size;
      const { staged } = await publishCut(openStore(), cut, { ...options, base: undefined, arrived });
      expect(staged).toMatchObject({ sentFiles: left, resumedFiles: 30 - left, copiedFiles: 0 });
      expect(counted()).toEqual({ PUT: left + 1 });
    });
  });

  it('takes a stable put whose answer was lost for done, by its checksum', async () => {
    const store = openStore();
    const acta = { ...stagedFile('actas/1', 'x'), stableUnder: GENERATION };
    s3.failures.push({ method: 'PUT', key: /stable/, status: 500, code: 'InternalError', landed: true });
    await store.putFile(GENERATION, acta, source('x'));
    expect(s3.requests.map((request) => request.split(' ')[0])).toEqual(['PUT', 'PUT', 'GET']);
  });

  it('takes a manifest that can’t be read for none', async () => {
    const manifest = `site/manifests/${GENERATION}.json`;
    s3.objects.set(manifest, {
      content: Buffer.from('{"format":1'),
      sha256: '',
      contentType: '',
      cacheControl: '',
    });
    expect(await openStore().readManifest(GENERATION)).toBeUndefined();
  });
});
