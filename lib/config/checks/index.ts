import { certificateFaults } from './certificate.js';
import type { Check } from './check.js';
import { contactFaults } from './contacts.js';
import { datesFaults } from './dates.js';
import { domainFaults } from './domain.js';
import { frameAncestorFaults } from './frame-ancestors.js';
import { institutionFaults } from './institution.js';
import { nameFaults } from './name.js';
import { packageFaults } from './package.js';
import { periodFaults } from './periods.js';
import { rateLimitFaults } from './rate-limit.js';
import { sourceFaults } from './source.js';
import { stableFaults } from './stable.js';
import { tagFaults } from './tags.js';
import { waiverFaults } from './waivers.js';

export type { CheckInput } from './check.js';

/** Every check between keys. */
export const CHECKS: readonly Check[] = [
  nameFaults,
  institutionFaults,
  domainFaults,
  certificateFaults,
  sourceFaults,
  packageFaults,
  stableFaults,
  rateLimitFaults,
  frameAncestorFaults,
  contactFaults,
  datesFaults,
  periodFaults,
  tagFaults,
  waiverFaults,
];
