export { ARCHIVE_LIMITS, MIB, type ArchiveLimits } from './archive-limits.js';
export type { Clock } from './clock.js';
export { FUTURE_TOLERANCE_MINUTES, readCutTime, type CutTimeRule } from './cut-time.js';
export { Digesting } from './digesting.js';
export { printable } from './entry-path.js';
export { failureOf, type Failure } from './failure.js';
export { fileMark } from './file-mark.js';
export { cutTimeOf, generationOf } from './generation.js';
export { assertComplete } from './integrity/complete.js';
export { parseDigestLine } from './integrity/digest-line.js';
export type { DigestAlgorithm } from './integrity/file-digest.js';
export { assertSidecar } from './integrity/sidecar.js';
export {
  verifyIntegrity,
  type ExtractedPackage,
  type IntegrityReport,
} from './integrity/verify-integrity.js';
export { formatManifest, parseManifest, type CutManifest, type ManifestFile } from './manifest.js';
export { openPackage } from './open-package.js';
export type { OpenedPackage } from './opened-package.js';
export { parsePackagePattern } from './package-file-pattern.js';
export {
  safePackageName,
  treeSha256,
  type DeclaredDigest,
  type ReceivedArchive,
  type ReceivedPackage,
  type ReceivedTree,
} from './received-package.js';
export { HeldDirectory, nameAsText } from './held-directory.js';
export { byPath } from './sizes.js';
export { hashTree, snapshotTree, type Snapshot } from './snapshot-tree.js';
export { lookAtTree, type TreeLook } from './tree-look.js';
export { sourceChanged, treeReadFailure } from './tree-walk.js';
