import fs from 'node:fs';
import fsPromises from 'node:fs/promises';

/** The disk refuses some hard links, until `jest.restoreAllMocks()`. */
export function refuseLinks(code: string, which: (from: string, to: string) => boolean): void {
  const { linkSync } = fs;
  const link: typeof linkSync = (from, to) => {
    if (!which(String(from), String(to))) return linkSync(from, to);
    throw Object.assign(new Error(code), { code, syscall: 'link' });
  };
  jest.spyOn(fs, 'linkSync').mockImplementation(link);
  jest.spyOn(fsPromises, 'link').mockImplementation(async (from, to) => {
    await Promise.resolve();
    link(from, to);
  });
}
