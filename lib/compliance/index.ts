export { edgeFunctionDigest } from './edge-function-digest.js';
export { framedPage } from './collectors/framed-page.js';
export { collectCloudFormation, type CloudFormationTemplate } from './collectors/cloudformation/index.js';
export { collectTerraform, type TerraformTemplate } from './collectors/terraform/index.js';
export type { ExpectedSite } from './expected-site.js';
export { type Fact, type Facts, type Unresolved } from './facts.js';
export { judge, type JudgeInput } from './judge.js';
export { judgeLive, type JudgeLiveInput } from './judge-live.js';
export {
  liveFactsSchema,
  MOST_DETAIL,
  VANTAGES,
  type LiveFacts,
  type LiveFrontFact,
  type LiveHeaderFact,
  type LiveHostFact,
  type LivePageFact,
  type LiveWebFact,
  type Measured,
  type PortSeen,
  type PortState,
  type TransferFact,
  type Vantage,
  type WhyUnmeasured,
} from './live-facts.js';
export { mergeLive } from './merge-live.js';
export type { Evidence, Finding, Rule, RuleContext } from './rule.js';
export { findRule, RULES } from './rules/index.js';
export { summarize, type Summary, type VerdictCounts } from './summarize.js';
export { VERDICT_STATUSES, type Verdict, type VerdictStatus, type WaiverOfClause } from './verdict.js';
