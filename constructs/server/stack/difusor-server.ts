import { Network } from '@cdktf/provider-docker/lib/network/index.js';
import { DataResource, TerraformOutput, TerraformStack, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { HostedPlan, HostPlan } from '../../../lib/config/index.js';
import { createMessages, type Messages } from '../../../lib/messages/index.js';
import { asRoot } from '../delivery/as-root.js';
import { addBackend } from './backend.js';
import { bridgeName } from '../host/bridge-name.js';
import { dataFoldersScript } from '../host/data-folders.js';
import { DeliveredFiles } from './delivered-files.js';
import { digestOf } from './digest-of.js';
import { dockerEngine } from './docker-engine.js';
import { fingerprints } from './fingerprints.js';
import type { FileOnHost } from '../delivery/file-on-host.js';
import { literal } from './literal.js';
import { neededFiles, neededFilesScript } from '../delivery/needed-files.js';
import { runOnHost } from '../delivery/run-on-host.js';
import { portsToOpen } from './ports-to-open.js';
import type { Service } from '../service/service.js';
import { ServiceContainer } from './service-container.js';

export interface DifusorServerProps {
  readonly plan: HostedPlan;
  readonly host: HostPlan;
  readonly services: readonly Service[];
  /**
   * What makes an existing Ubuntu fit, over SSH.
   * @default the host is left as it is
   */
  readonly setUp?: HostSetUp;
  /**
   * Folder with a build context for each service, `<name>/image/`.
   * @default this package's own
   */
  readonly contexts?: string;
  /**
   * Words of the outputs.
   * @default Spanish
   */
  readonly messages?: Messages;
}

/** The host's own files, and the script that puts them there. */
export interface HostSetUp {
  readonly files: readonly FileOnHost[];
  readonly script: string;
}

/**
 * One host of the difusor's: its set-up, its folders, and a container for each service.
 *
 * Everything that must outlive a `destroy` is in folders of the host, which no resource owns.
 * @see veracruz-2024 II
 */
export class DifusorServer extends TerraformStack {
  constructor(scope: Construct, props: DifusorServerProps) {
    const { plan, host, services } = props;
    super(scope, `${plan.name}-${host.name}`);
    addBackend(this, plan.server.state);
    dockerEngine(this, plan.server, host);
    const prepared = this.look(props, this.prepare(props));
    const network = new Network(this, 'network', {
      name: plan.name,
      driver: 'bridge',
      // No container speaks to another.
      options: {
        'com.docker.network.bridge.name': bridgeName(plan),
        'com.docker.network.bridge.enable_icc': 'false',
      },
      dependsOn: [prepared],
    });
    for (const service of services) this.serve(service, props, [prepared, network]);
    this.tell(props);
  }

  private prepare({ plan, host, setUp }: DifusorServerProps): ITerraformDependable {
    const ready = setUp && plan.server.prepareHost ? [this.setUp(plan, host, setUp)] : [];
    const script = dataFoldersScript(plan);
    return new DataResource(this, 'folders', {
      triggersReplace: { script: digestOf(script) },
      provisioners: [{ type: 'local-exec', command: runOnHost(plan.server, host, literal(script)) }],
      dependsOn: ready,
    });
  }

  /** That what a person must put there is there: it comes after the folders, in which most of it belongs. */
  private look(
    { plan, host, messages = createMessages() }: DifusorServerProps,
    folders: ITerraformDependable,
  ): ITerraformDependable {
    const files = neededFiles(plan);
    if (files.length === 0) return folders;
    const script = neededFilesScript(files, messages);
    return new DataResource(this, 'needed-files', {
      triggersReplace: { script: digestOf(script) },
      provisioners: [{ type: 'local-exec', command: runOnHost(plan.server, host, literal(script)) }],
      dependsOn: [folders],
    });
  }

  private setUp({ server }: HostedPlan, host: HostPlan, { files, script }: HostSetUp): DataResource {
    return new DataResource(this, 'host', {
      input: {
        // What the script makes sure of before anything else.
        ...(!server.otherSystem && { operating_system: `Ubuntu ${server.ubuntu}` }),
        files: Object.fromEntries(files.map(({ path, content }) => [path, literal(content)])),
        script: literal(script),
      },
      triggersReplace: { script: digestOf(script) },
      provisioners: [{ type: 'local-exec', command: runOnHost(server, host, UNPACK_AND_RUN) }],
    });
  }

  private serve(
    service: Service,
    { plan, host, contexts }: DifusorServerProps,
    dependsOn: ITerraformDependable[],
  ): void {
    const name = `${plan.name}-${service.name}`;
    const files =
      service.files.length === 0
        ? []
        : [
            new DeliveredFiles(this, `files-${service.name}`, {
              server: plan.server,
              host,
              service,
              container: name,
              dependsOn,
            }).resource,
          ];
    new ServiceContainer(this, service.name, {
      service,
      name,
      network: plan.name,
      images: plan.server.images,
      contexts,
      dependsOn: [...dependsOn, ...files],
    });
  }

  /** What a person needs next, and what the institute asks for. */
  private tell({ plan, host, messages = createMessages() }: DifusorServerProps): void {
    const output = (id: 'address' | 'dns' | 'fingerprints' | 'ports', value: string): void => {
      const description = literal(messages.text(`server.output.${id}`));
      new TerraformOutput(this, id, { value: literal(value), description });
    };
    output('address', host.address);
    output('dns', `${plan.site.domain} → ${host.address}`);
    output('fingerprints', fingerprints(host.hostKeys).join(', '));
    output('ports', portsToOpen(plan).join(', '));
  }
}

/** The script is longer than one argument of a command may be. */
const UNPACK_AND_RUN =
  "printf %s '${base64gzip(self.input.script)}' | base64 -d | gzip -dc | " + asRoot('sh -s');
