import { rmSync } from 'node:fs';
import { ZipFile } from 'yauzl';
import { PackageReading } from '../../../lib/sync/package-reading.js';
import { receivedArchive } from '../../support/received.js';
import { samplePackage } from '../../support/sample-package.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('PackageReading', () => {
  const directory = useTemporaryDirectory();
  const SAMPLE = samplePackage({ time: '20270606_2000', counted: 312 });
  const readingOf = (bytes: Buffer): PackageReading =>
    new PackageReading(receivedArchive(directory(), bytes));
  afterEach(() => jest.restoreAllMocks());

  it('opens a package once, however often it is asked for', async () => {
    const reading = readingOf(SAMPLE.bytes);
    const [one, other] = await Promise.all([reading.open(), reading.open()]);
    expect(one).toBe(other);
    expect(one.fileCount).toBe(6);
    await reading.close();
  });

  it('lets go of the file once it was opened', async () => {
    const close = jest.spyOn(ZipFile.prototype, 'close');
    const reading = readingOf(SAMPLE.bytes);
    await reading.open();
    expect(close).not.toHaveBeenCalled();
    await reading.close();
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('does not touch a package for which nobody asked', async () => {
    const reading = readingOf(SAMPLE.bytes);
    rmSync(reading.received.path);
    await expect(reading.close()).resolves.toBeUndefined();
  });

  it('says why a package can’t be opened, each time, and closes quietly after it', async () => {
    const reading = readingOf(SAMPLE.bytes.subarray(0, 100));
    await expect(reading.open()).rejects.toMatchObject({ code: expect.stringMatching(/^ARCHIVE_/) });
    await expect(reading.open()).rejects.toMatchObject({ code: expect.stringMatching(/^ARCHIVE_/) });
    await expect(reading.close()).resolves.toBeUndefined();
  });
});
