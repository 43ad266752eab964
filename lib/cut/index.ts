export { ARCHIVE_LIMITS, MIB, type ArchiveLimits } from './archive/archive-limits.js';
export { printable } from './archive/entry-path.js';
export { openPackage } from './archive/open-package.js';
export type { OpenedPackage } from './archive/opened-package.js';
export { parsePackagePattern } from './content/package-file-pattern.js';
export { FUTURE_TOLERANCE_MINUTES, readCutTime, type CutTimeRule } from './cut-time/cut-time.js';
export { Digesting } from './digesting.js';
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
export type { CutManifest, ManifestFile } from './manifest.js';
export {
  safePackageName,
  treeSha256,
  type DeclaredDigest,
  type ReceivedArchive,
  type ReceivedPackage,
  type ReceivedTree,
} from './received-package.js';
export { fileMark } from './tree/file-mark.js';
export { HeldDirectory, nameAsText } from './tree/held-directory.js';
export { hashTree, snapshotPart, snapshotTree, type Snapshot } from './tree/snapshot-tree.js';
export { lookAtTree, type TreeLook } from './tree/tree-look.js';
export { sourceChanged, treeReadFailure } from './tree/tree-walk.js';
