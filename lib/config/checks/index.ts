import { certificateFaults } from './certificate.js';
import type { Check } from './check.js';
import { contactFaults } from './contacts.js';
import { datesFaults } from './dates.js';
import { deliveryFaults } from './delivery.js';
import { domainFaults } from './domain.js';
import { frameAncestorFaults } from './frame-ancestors.js';
import { frameFaults } from './frame.js';
import { hostFaults } from './hosts.js';
import { institutionFaults } from './institution.js';
import { nameFaults } from './name.js';
import { networkFaults } from './networks.js';
import { packageFaults } from './package.js';
import { periodFaults } from './periods.js';
import { portFaults } from './ports.js';
import { rateLimitFaults } from './rate-limit.js';
import { serverFileFaults } from './server-files.js';
import { serverSourceFaults } from './server-source.js';
import { serverUserFaults } from './server-users.js';
import { serverWebFaults } from './server-web.js';
import { sourceFaults } from './source.js';
import { stableFaults } from './stable.js';
import { tagFaults } from './tags.js';
import { targetKeyFaults } from './target-keys.js';
import { waiverFaults } from './waivers.js';

export type { CheckInput } from './check.js';

/** Every check between keys. */
export const CHECKS: readonly Check[] = [
  targetKeyFaults,
  deliveryFaults,
  nameFaults,
  institutionFaults,
  domainFaults,
  certificateFaults,
  sourceFaults,
  serverSourceFaults,
  packageFaults,
  stableFaults,
  rateLimitFaults,
  frameAncestorFaults,
  frameFaults,
  hostFaults,
  networkFaults,
  portFaults,
  serverUserFaults,
  serverFileFaults,
  serverWebFaults,
  contactFaults,
  datesFaults,
  periodFaults,
  tagFaults,
  waiverFaults,
];
