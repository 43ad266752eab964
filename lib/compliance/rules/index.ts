import type { Rule } from '../rule.js';
import { accessLogs } from './access-logs.js';
import { ddosLimits } from './ddos-limits.js';
import { deliveryMethod } from './delivery-method.js';
import { dockerHost } from './docker-host.js';
import { edgeRevalidates } from './edge-revalidates.js';
import { fixedIp } from './fixed-ip.js';
import { framePage } from './frame-page.js';
import { highAvailability } from './high-availability.js';
import { httpsCertificate } from './https-certificate.js';
import { instituteAccess } from './institute-access.js';
import { latestCut } from './latest-cut.js';
import { LIVE_RULES } from './live/index.js';
import { logicalAccessControl } from './logical-access-control.js';
import { networkFilter } from './network-filter.js';
import { ntpClient } from './ntp-client.js';
import { openPorts } from './open-ports.js';
import { openingGate } from './opening-gate.js';
import { operatingSystem } from './operating-system.js';
import { originAccessControl } from './origin-access-control.js';
import { packageArchive } from './package-archive.js';
import { packageVerification } from './package-verification.js';
import { pathHeader } from './path-header.js';
import { publicAccess } from './public-access.js';
import { publicAddressName } from './public-address-name.js';
import { rehearsalWindows } from './rehearsal-windows.js';
import { resultsKept } from './results-kept.js';
import { rootUser } from './root-user.js';
import { safeCredentials } from './safe-credentials.js';
import { scheduleCadence } from './schedule-cadence.js';
import { scheduleWindow } from './schedule-window.js';
import { sftpService } from './sftp-service.js';
import { shield } from './shield.js';
import { siteWriters } from './site-writers.js';
import { sshAccess } from './ssh-access.js';
import { staticHosting } from './static-hosting.js';
import { takeDownAlarm } from './take-down-alarm.js';
import { takeDownNotice } from './take-down-notice.js';
import { unalteredContent } from './unaltered-content.js';
import { webFirewall } from './web-firewall.js';
import { webServerSoftware } from './web-server-software.js';

/** Every rule of the toolkit; a test pairs them with the clauses that name them. */
export const RULES: readonly Rule[] = [
  accessLogs,
  ddosLimits,
  deliveryMethod,
  dockerHost,
  edgeRevalidates,
  fixedIp,
  framePage,
  highAvailability,
  httpsCertificate,
  instituteAccess,
  latestCut,
  ...LIVE_RULES,
  logicalAccessControl,
  networkFilter,
  ntpClient,
  openPorts,
  openingGate,
  operatingSystem,
  originAccessControl,
  packageArchive,
  packageVerification,
  pathHeader,
  publicAccess,
  publicAddressName,
  rehearsalWindows,
  resultsKept,
  rootUser,
  safeCredentials,
  scheduleCadence,
  scheduleWindow,
  sftpService,
  shield,
  siteWriters,
  sshAccess,
  staticHosting,
  takeDownAlarm,
  takeDownNotice,
  unalteredContent,
  webFirewall,
  webServerSoftware,
];

/** The rule of an id. */
export function findRule(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
