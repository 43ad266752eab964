import type { Rule } from '../rule.js';
import { accessLogs } from './access-logs.js';
import { edgeRevalidates } from './edge-revalidates.js';
import { fixedIp } from './fixed-ip.js';
import { httpsCertificate } from './https-certificate.js';
import { latestCut } from './latest-cut.js';
import { openingGate } from './opening-gate.js';
import { originAccessControl } from './origin-access-control.js';
import { packageArchive } from './package-archive.js';
import { pathHeader } from './path-header.js';
import { publicAccess } from './public-access.js';
import { rehearsalWindows } from './rehearsal-windows.js';
import { resultsKept } from './results-kept.js';
import { safeCredentials } from './safe-credentials.js';
import { scheduleCadence } from './schedule-cadence.js';
import { scheduleWindow } from './schedule-window.js';
import { shield } from './shield.js';
import { staticHosting } from './static-hosting.js';
import { takeDownAlarm } from './take-down-alarm.js';
import { takeDownNotice } from './take-down-notice.js';
import { unalteredContent } from './unaltered-content.js';
import { webFirewall } from './web-firewall.js';

/** Every rule of the toolkit; a test pairs them with the clauses that name them. */
export const RULES: readonly Rule[] = [
  accessLogs,
  edgeRevalidates,
  fixedIp,
  httpsCertificate,
  latestCut,
  openingGate,
  originAccessControl,
  packageArchive,
  pathHeader,
  publicAccess,
  rehearsalWindows,
  resultsKept,
  safeCredentials,
  scheduleCadence,
  scheduleWindow,
  shield,
  staticHosting,
  takeDownAlarm,
  takeDownNotice,
  unalteredContent,
  webFirewall,
];

/** The rule of an id. */
export function findRule(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
