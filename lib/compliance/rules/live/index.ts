import type { Rule } from '../../rule.js';
import { liveContent } from './live-content.js';
import { liveDisk } from './live-disk.js';
import { liveDocker } from './live-docker.js';
import { liveDomain } from './live-domain.js';
import { liveFramePage } from './live-frame-page.js';
import { liveFraming } from './live-framing.js';
import { liveLink } from './live-link.js';
import { liveMemory } from './live-memory.js';
import { livePackageRoom } from './live-package-room.js';
import { livePathHeader } from './live-path-header.js';
import { livePorts } from './live-ports.js';
import { liveProcessor } from './live-processor.js';
import { livePublicAddress } from './live-public-address.js';
import { liveRootUser } from './live-root-user.js';
import { liveSite } from './live-site.js';
import { liveSystem } from './live-system.js';
import { liveTime } from './live-time.js';
import { liveUpload } from './live-upload.js';

/** Rules that judge the running system; each names the template rules that it confirms. */
export const LIVE_RULES: readonly Rule[] = [
  liveContent,
  liveDisk,
  liveDocker,
  liveDomain,
  liveFramePage,
  liveFraming,
  liveLink,
  liveMemory,
  livePackageRoom,
  livePathHeader,
  livePorts,
  liveProcessor,
  livePublicAddress,
  liveRootUser,
  liveSite,
  liveSystem,
  liveTime,
  liveUpload,
];
