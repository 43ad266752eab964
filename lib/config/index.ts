export { findConfig, type FindConfigOptions } from './find-config.js';
export { difusorJsonSchema } from './json-schema.js';
export { loadPlan, type LoadPlanOptions } from './load.js';
export { awsPlan, hostedPlan, publishingPlan } from './narrow-plan.js';
export type * from './plan.js';
