export { AccessLogs, grantLogDelivery, type AccessLogsProps } from './access-logs.js';
export { AlarmTopic, type AlarmTopicProps } from './alarm-topic.js';
export { ArchiveBucket, type ArchiveBucketProps } from './archive-bucket.js';
export { DifusorSite, type DifusorSiteProps } from './difusor-site.js';
export { EdgeAlarms, type EdgeAlarmsProps } from './edge-alarms.js';
export { EdgeRouter, type EdgeRouterProps } from './edge-router.js';
export { FixedIpNetwork, type FixedIpNetworkProps } from './fixed-ip-network.js';
export { FramePageFunction, type FramePageFunctionProps } from './frame-page-function.js';
export { FrameSite, type FrameSiteProps } from './frame-site.js';
export { LogBucket, type LogBucketProps } from './log-bucket.js';
export { NightDashboard, type NightDashboardProps } from './night-dashboard.js';
export { ResponseHeaders, type ResponseHeadersProps } from './response-headers.js';
export { ShieldAdvanced, type ShieldAdvancedProps } from './shield-advanced.js';
export { SiteBucket, type SiteBucketProps } from './site-bucket.js';
export { SiteCertificate, type SiteCertificateProps } from './site-certificate.js';
export { SiteDistribution, type SiteDistributionProps } from './site-distribution.js';
export { SiteDns, type SiteDnsProps } from './site-dns.js';
export { SyncSchedule, type SyncScheduleProps } from './sync-schedule.js';
export { SyncWorker, type SyncWorkerProps } from './sync-worker.js';
export { WebFirewall, type WebFirewallProps } from './web-firewall.js';
export { WorkerAlarms, type WorkerAlarmsProps } from './worker-alarms.js';
export {
  createDifusorApp,
  DifusorStack,
  FEATURE_FLAGS,
  synthesize,
  type DifusorAppProps,
  type SynthesizedStack,
} from '../stacks/index.js';
