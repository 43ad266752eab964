export { type ArchiveStore } from './archive-store.js';
export { awsStatus } from './aws-errors.js';
export { decideFlip, type FlipCandidate, type FlipDecision } from './decide-flip.js';
export { DirectoryArchiveStore } from './directory-archive-store.js';
export { createText } from './durable-files.js';
export { openDirectorySiteStore, type DirectorySiteStoreOptions } from './directory-site-store.js';
export { DryRunArchiveStore } from './dry-run-archive-store.js';
export { DryRunSiteStore } from './dry-run-site-store.js';
export { flipPointer, type FlipReport } from './flip-pointer.js';
export { shareEntries } from './known-files.js';
export { createKeyValueClient } from './key-value-client.js';
export { MemorySiteStore } from './memory-site-store.js';
export { type CacheControlRules } from './object-headers.js';
export {
  closeSite,
  openSite,
  raiseNotice,
  withdrawNotice,
  type OpeningOptions,
  type ShowingOptions,
} from './orders.js';
export { overlay } from './overlay.js';
export { publishCut, type PublishOptions, type PublishReport } from './publish-cut.js';
export { retireCuts, type RetireOptions } from './retire-cuts.js';
export { rollBack, type RollBackOptions } from './roll-back.js';
export { S3ArchiveStore } from './s3-archive-store.js';
export { createS3Client } from './s3-client.js';
export { S3SiteStore, type S3SiteStoreOptions } from './s3-site-store.js';
export { type PointerChange } from './set-pointer.js';
export {
  mayRetire,
  type CutPlace,
  type KeptCut,
  type NotesSnapshot,
  type PointerSnapshot,
  type RetiringStore,
  type SiteStore,
  type StagedFile,
} from './site-store.js';
export { stablePlace } from './stable-place.js';
export {
  stageCut,
  type Arrival,
  type ExtractedCut,
  type StageOptions,
  type StagedCut,
  type StageReport,
} from './stage-cut.js';
