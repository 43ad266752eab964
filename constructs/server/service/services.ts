import type { HostedPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { acmeService } from '../acme/acme-service.js';
import { ingestService } from '../ingest/ingest-service.js';
import type { PublisherInput } from '../publisher/publisher-files.js';
import { publisherService } from '../publisher/publisher-service.js';
import type { Service } from './service.js';
import { statsService } from '../stats/stats-service.js';
import { webService } from '../web/web-service.js';

export interface ServicesOptions extends PublisherInput {
  /**
   * Words of the web server's pages.
   * @default Spanish
   */
  readonly messages?: Messages;
}

/** The containers of each host of a plan. */
export function services(plan: HostedPlan, { messages, ...input }: ServicesOptions): readonly Service[] {
  const publishing = 'worker' in plan ? [ingestService(plan), publisherService(plan, input)] : [];
  return [webService(plan, messages), ...publishing, acmeService(plan), statsService(plan)].filter(
    (service) => service !== undefined,
  );
}
