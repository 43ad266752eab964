/** What an institute names its packages. */
const ARCHIVE = /\.(?:zip|tar\.gz|tgz|tar)$/i;

/** Whether something of this name is meant as an archive; one with a leading dot is somebody's temporary file. */
export function isArchiveName(name: string): boolean {
  return !name.startsWith('.') && ARCHIVE.test(name);
}
