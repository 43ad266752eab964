export { findConfig, type FindConfigOptions } from './find-config.js';
export { difusorJsonSchema } from './json-schema.js';
export { loadPlan, type LoadPlanOptions } from './load.js';
export type { CertificatePlan, Contact, FirewallPlan, Plan, ShieldPlan, SitePlan, Waiver } from './plan.js';
