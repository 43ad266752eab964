export { createDifusorApp, EDGE_REGION, type DifusorAppProps } from './difusor-app.js';
export { DifusorStack } from './difusor-stack.js';
export { synthesize, type SynthesizedStack } from './synthesize.js';
