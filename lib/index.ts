export { DifusorError, ERROR_CODES, isDifusorError, type ErrorCode, type Problem } from './errors.js';
export {
  findConfig,
  loadPlan,
  type CertificatePlan,
  type Contact,
  type FindConfigOptions,
  type FirewallPlan,
  type LoadPlanOptions,
  type Plan,
  type ShieldPlan,
  type SitePlan,
  type Waiver,
} from './config/index.js';
export {
  findClauses,
  listConvocatorias,
  loadConvocatoria,
  type Clause,
  type ClauseKind,
  type Convocatoria,
  type PathHeader,
} from './convocatorias/index.js';
export {
  collectCloudFormation,
  judge,
  summarize,
  type CloudFormationTemplate,
  type Evidence,
  type Facts,
  type JudgeInput,
  type Summary,
  type Verdict,
  type VerdictStatus,
  type WaiverOfClause,
} from './compliance/index.js';
export {
  createCheckDocument,
  createMatrixRenderer,
  renderJson,
  type CheckDocument,
  type CheckInput,
  type MatrixOptions,
} from './report/index.js';
export { createMessages, renderError, type Locale, type MessageId, type Messages } from './messages/index.js';
export {
  createSyncLog,
  createSyncWorker,
  FileSource,
  HttpsSource,
  type Source,
  type SyncOutcome,
  type SyncWorker,
  type SyncWorkerOptions,
} from './sync/index.js';
export {
  DirectoryArchiveStore,
  MemorySiteStore,
  openDirectorySiteStore,
  S3ArchiveStore,
  S3SiteStore,
  type ArchiveStore,
  type SiteStore,
} from './publish/index.js';
export { workerSettingsSchema, type WorkerSettings, type WorkerWindow } from './worker-settings.js';
