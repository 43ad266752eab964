import { S3ArchiveStore } from '../../../lib/publish/s3-archive-store.js';
import { S3Double } from '../../support/s3-double.js';
import { describeArchiveStore } from './archive-store.conformance.js';

let s3: S3Double;

beforeEach(async () => {
  s3 = await new S3Double().start();
});
afterEach(() => s3.stop());

describeArchiveStore('S3', {
  open: () => new S3ArchiveStore({ s3: s3.client(), bucket: 'archive' }),
  content: (_directory, path) => s3.objects.get(`archive/${path}`)?.content,
});
