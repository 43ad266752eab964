import { DataResource, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { HostPlan, ServerSettings } from '../../../lib/config/index.js';
import { deliveryScript } from '../delivery/delivery-script.js';
import { digestOf } from './digest-of.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import { literal } from './literal.js';
import { runOnHost } from '../delivery/run-on-host.js';
import type { Service } from '../service/service.js';

export interface DeliveredFilesProps {
  readonly server: ServerSettings;
  readonly host: HostPlan;
  readonly service: Service;
  /** Name of the container that reads them. */
  readonly container: string;
  readonly dependsOn: ITerraformDependable[];
}

/**
 * A service's files on one host. Other content is delivered, proven and taken up by a reload; the container stays.
 *
 * Terraform does not see what a person changes on the host: `terraform apply -replace=…` delivers anew.
 */
export class DeliveredFiles extends Construct {
  readonly resource: DataResource;

  constructor(scope: Construct, id: string, props: DeliveredFilesProps) {
    super(scope, id);
    const { server, host, service, container, dependsOn } = props;
    const script = deliveryScript({
      folder: `${server.folder}/etc/${service.name}`,
      container,
      service,
      content: ({ path }) => `\${base64gzip(self.input.files["${path}"])}`,
    });
    this.resource = new DataResource(this, 'resource', {
      input: {
        files: Object.fromEntries(service.files.map(({ path, content }) => [path, literal(content)])),
      },
      triggersReplace: { digest: digestOfAll(service.files), script: digestOf(script) },
      provisioners: [{ type: 'local-exec', command: runOnHost(server, host, script) }],
      dependsOn,
    });
    this.resource.overrideLogicalId(id);
  }
}

function digestOfAll(files: readonly FileOnHost[]): string {
  return digestOf(
    JSON.stringify(files.map(({ path, mode, owner, content }) => [path, mode, owner, content])),
  );
}
