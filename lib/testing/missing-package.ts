import { DifusorError } from '../errors.js';

/** The error for a package that only `difusor/testing` needs, and that its user has not installed. */
export function missingPackage(name: string, cause: unknown): DifusorError {
  return new DifusorError('TESTING_PACKAGE_MISSING', { package: name }, { cause });
}
