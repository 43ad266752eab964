export { edgeFunctionDigest } from './edge-function-digest.js';
export { collectCloudFormation, type CloudFormationTemplate } from './collectors/cloudformation/index.js';
export { type Fact, type Facts, type Unresolved } from './facts.js';
export { judge, type JudgeInput } from './judge.js';
export type { Evidence, Finding, Rule, RuleContext } from './rule.js';
export { findRule, RULES } from './rules/index.js';
export { summarize, type Summary, type VerdictCounts } from './summarize.js';
export { VERDICT_STATUSES, type Verdict, type VerdictStatus, type WaiverOfClause } from './verdict.js';
