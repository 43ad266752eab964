import type { HostFact } from '../../../facts.js';
import { at } from '../json.js';
import { ubuntuOf } from '../known/set-up-script.js';
import type { TerraformResource, TerraformStack } from '../stack.js';
import { readText } from '../text.js';

const IMAGES = ['image', 'image_name', 'source_image', 'ami', 'template', 'os', 'operating_system'];
/** Of these none is a machine. */
const OTHERS = /^(?:docker|terraform|null|random|tls|time)_/;
const NAMED =
  /\b(ubuntu|debian|fedora|rocky|almalinux|centos|rhel|freebsd|windows)\b\D{0,40}?(\d{2})[.-]?(\d{2})?\b/i;

/**
 * The system, by the image of its machine, or by what the set-up script makes sure of; what a resource merely states, or
 * user data in a comment, binds nobody.
 */
export function readOperatingSystem(stack: TerraformStack): HostFact['operatingSystem'] {
  for (const resource of stack.resources) {
    const text = OTHERS.test(resource.type)
      ? madeSure(resource, stack)
      : readText(
          IMAGES.map((key) => at(resource.body, key)).find((one) => typeof one === 'string'),
          stack,
        );
    if (typeof text === 'object') return text;
    const found = named(text ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a resource states of the host, where its own script ends on any other. */
function madeSure({ body }: TerraformResource, stack: TerraformStack): string | undefined {
  const { input } = body;
  const [stated, script] = ['operating_system', 'script'].map((key) => readText(at(input, key), stack));
  if (typeof stated !== 'string' || typeof script !== 'string') return undefined;
  const version = ubuntuOf(script);
  return version !== undefined && stated === `Ubuntu ${version}` ? stated : undefined;
}

function named(text: string): HostFact['operatingSystem'] {
  const [, name, major = '', minor] = NAMED.exec(text) ?? [];
  if (name === undefined) return undefined;
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
    version: minor === undefined ? major : `${major}.${minor}`,
  };
}
