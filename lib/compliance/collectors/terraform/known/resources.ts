import { isJson, type Json } from '../json.js';
import type { TerraformResource, TerraformStack } from '../stack.js';

/** What Terraform makes of machines, networks and names at others', and the little that it keeps itself. */
const OTHERS =
  /^(?:aws|google|azurerm|hcloud|digitalocean|openstack|oci|linode|vultr|ovh|scaleway|exoscale|libvirt|vsphere|proxmox|cloudflare|random|tls|time)_/;
const OWN = [
  'terraform_data',
  'null_resource',
  'docker_container',
  'docker_image',
  'docker_network',
  'docker_volume',
];
const OF_DATA = [
  '//',
  'input',
  'triggers',
  'triggers_replace',
  'provisioner',
  'depends_on',
  'lifecycle',
  'connection',
  'count',
  'for_each',
  'dynamic',
];
const TOP = ['//', 'terraform', 'provider', 'resource', 'output', 'variable', 'locals', 'module'];
const NETWORK: Readonly<Record<string, (value: unknown) => boolean>> = {
  '//': () => true,
  name: () => true,
  depends_on: () => true,
  labels: () => true,
  driver: (value) => value === 'bridge',
  internal: (value) => value === false,
  options: (value) =>
    isJson(value) &&
    Object.entries(value).every(
      ([key, option]) =>
        key === 'com.docker.network.bridge.name' ||
        (key === 'com.docker.network.bridge.enable_icc' && option === 'false'),
    ),
};

/** Parts of the configuration, beside its resources, that may bring anything. */
export function unknownOfTop(template: Json): string[] {
  return Object.keys(template).filter((key) => !TOP.includes(key));
}

/** Whether it is known what a resource of this type may do to a host. */
export function isKnownType(type: string): boolean {
  return OWN.includes(type) || OTHERS.test(type);
}

/** Keys of a resource that runs scripts which nobody knows. */
export function unknownOfData({ type, body }: TerraformResource): string[] {
  if (type !== 'terraform_data' && type !== 'null_resource') return [];
  return Object.keys(body).filter((key) => !OF_DATA.includes(key));
}

/** What of a network of containers may lead around the filter, or let nobody in. */
export function unknownOfNetwork({ type, body }: TerraformResource): string[] {
  if (type !== 'docker_network') return [];
  return Object.entries(body)
    .filter(([key, value]) => !(Object.hasOwn(NETWORK, key) && NETWORK[key]?.(value) === true))
    .map(([key, value]) => `${key}: ${JSON.stringify(value).slice(0, 80)}`);
}

/** An engine that is asked without SSH listens to others too. */
export function unknownEngines({ providers }: TerraformStack): string[] {
  const list = Array.isArray(providers.docker) ? (providers.docker as unknown[]) : [providers.docker];
  return list.filter(isJson).flatMap(({ host, ssh_opts: options }) => {
    const open = typeof host === 'string' && !/^(?:ssh|unix):\/\/|\$\{/.test(host);
    const unchecked = /StrictHostKeyChecking=(?:no|off|accept-new)/.test(JSON.stringify(options ?? ''));
    return [...(open ? [String(host)] : []), ...(unchecked ? ['ssh_opts'] : [])];
  });
}
