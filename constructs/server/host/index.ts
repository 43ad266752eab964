export { renderCloudInit } from './cloud-init.js';
export { hostFiles } from './host-parts.js';
export { renderSetUp } from './set-up.js';
