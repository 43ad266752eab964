export { createDifusorApp, type DifusorAppProps } from './difusor-app.js';
export { DifusorStack } from './difusor-stack.js';
export { FEATURE_FLAGS } from './feature-flags.js';
export { synthesize, type SynthesizedStack } from './synthesize.js';
