export { FRAME_SANDBOX, renderFramePage, type FramePageProps } from './frame-page.js';
export { framePolicy, type FramePolicyProps } from './frame-policy.js';
export { framingOf, type Framing } from './framing.js';
export { probeFraming, type ProbeFramingOptions } from './probe-framing.js';
