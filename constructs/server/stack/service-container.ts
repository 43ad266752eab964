import { Container } from '@cdktf/provider-docker/lib/container/index.js';
import { Image } from '@cdktf/provider-docker/lib/image/index.js';
import { AssetType, TerraformAsset, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ImagesPlan } from '../../../lib/config/index.js';
import { imageContext } from '../service/image-context.js';
import { literal } from './literal.js';
import type { BindMount, Health, Service } from '../service/service.js';

export interface ServiceContainerProps {
  readonly service: Service;
  /** Name of the container, e.g. `difusor-veracruz-2024-web`. */
  readonly name: string;
  /** Name of the Docker network of those that have one. */
  readonly network: string;
  readonly images: ImagesPlan;
  /**
   * Folder with a build context for each service, `<name>/image/`.
   * @default this package's own
   */
  readonly contexts?: string;
  readonly dependsOn: ITerraformDependable[];
}

/** The image of a service, built on the host's engine, and its one container. */
export class ServiceContainer extends Construct {
  readonly container: Container;

  constructor(scope: Construct, id: string, props: ServiceContainerProps) {
    super(scope, id);
    const { service, name, network } = props;
    this.container = new Container(this, 'container', {
      name,
      image: this.buildImage(props),
      user: service.user,
      command: service.command && [...service.command],
      env: service.environment && Object.entries(service.environment).map((pair) => literal(pair.join('='))),
      ...(service.network === 'none' ? { networkMode: 'none' } : { networksAdvanced: [{ name: network }] }),
      ports: service.ports.map((port) => ({ internal: port.container, external: port.host })),
      volumes: service.mounts.map(volume),
      ...CONFINED,
      tmpfs: { ...service.memoryFolders },
      capabilities: capabilities(service),
      memory: service.memoryMegabytes,
      // As much as `memory`: no swap. Left out, the engine would answer with twice as much.
      memorySwap: service.memoryMegabytes,
      ulimit: [
        { name: 'nofile', soft: service.openFiles, hard: service.openFiles },
        { name: 'nproc', soft: service.processes, hard: service.processes },
      ],
      stopSignal: service.stopSignal,
      stopTimeout: service.stopSeconds,
      ...(service.health && { healthcheck: healthCheck(service.health) }),
      ...(service.health?.awaited && { wait: true, waitTimeout: AWAITED_SECONDS }),
      labels: labels({ 'difusor.service': service.name, ...service.labels }),
      dependsOn: props.dependsOn,
    });
    this.container.overrideLogicalId(id);
  }

  /** Under a name with its content: a new one is built beside the old one, and then the container is made anew. */
  private buildImage({ service, name, images, contexts, dependsOn }: ServiceContainerProps): string {
    const { folder, digest } = imageContext(service.name, contexts);
    const context = new TerraformAsset(this, 'context', {
      path: folder,
      type: AssetType.DIRECTORY,
      assetHash: digest.slice(0, 16),
    });
    const buildArgs = { BASE: images[service.base], ...service.buildArguments };
    const image = new Image(this, 'image', {
      name: `${name}:${digest.slice(0, 12)}`,
      buildAttribute: { context: context.path, buildArgs, forceRemove: true },
      triggers: { context: digest, base: buildArgs.BASE, ...service.buildArguments },
      // The one before stays on the host, to go back to.
      keepLocally: true,
      lifecycle: { createBeforeDestroy: true },
      // A host that this very apply sets up has no engine before.
      dependsOn,
    });
    image.overrideLogicalId(`image-${service.name}`);
    return image.imageId;
  }
}

const AWAITED_SECONDS = 120;

/** What holds for each container: nothing of it can be written but its mounts, and a crash is followed by a start. */
const CONFINED = {
  readOnly: true,
  privileged: false,
  securityOpts: ['no-new-privileges:true'],
  init: true,
  restart: 'unless-stopped',
  mustRun: true,
  logDriver: 'json-file',
  logOpts: { 'max-size': '10m', 'max-file': '5' },
  // Volumes that an image declares are of no use here; the host's folders are no volumes.
  removeVolumes: true,
};

/** An empty list is none to the provider, which would see a difference in it each time. */
function capabilities({ capabilities: kept }: Service): { drop: string[]; add?: string[] } {
  return { drop: ['ALL'], ...(kept.length > 0 && { add: kept.map((each) => `CAP_${each}`) }) };
}

function volume({ host, container, readOnly }: BindMount): {
  hostPath: string;
  containerPath: string;
  readOnly: boolean;
} {
  return { hostPath: host, containerPath: container, readOnly };
}

function healthCheck(health: Health): Record<'interval' | 'timeout' | 'startPeriod', string> & {
  test: string[];
  retries: number;
} {
  return {
    test: health.command.map(literal),
    interval: `${health.everySeconds}s`,
    timeout: `${health.withinSeconds}s`,
    startPeriod: `${health.startSeconds}s`,
    retries: health.retries,
  };
}

function labels(values: Readonly<Record<string, string>>): { label: string; value: string }[] {
  return Object.entries(values).map(([label, value]) => ({ label, value: literal(value) }));
}
