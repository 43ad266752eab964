import type { HostFact } from '../../../facts.js';
import { at } from '../json.js';
import type { TerraformStack } from '../stack.js';
import { readText } from '../text.js';

const IMAGES = ['image', 'image_name', 'source_image', 'ami', 'template', 'os', 'operating_system'];
const NAMED =
  /\b(ubuntu|debian|fedora|rocky|almalinux|centos|rhel|freebsd|windows)\b\D{0,40}?(\d{2})[.-]?(\d{2})?\b/i;

/** The system, by the image of its machine or by what a resource states; what user data says in a comment binds nobody. */
export function readOperatingSystem(stack: TerraformStack): HostFact['operatingSystem'] {
  for (const { body, type } of stack.resources) {
    if (type.startsWith('docker_')) continue;
    const value = [body, body.input].flatMap((holder) => IMAGES.map((key) => at(holder, key)));
    const text = readText(
      value.find((one) => typeof one === 'string'),
      stack,
    );
    if (typeof text === 'object') return text;
    const found = named(text ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function named(text: string): HostFact['operatingSystem'] {
  const [, name, major = '', minor] = NAMED.exec(text) ?? [];
  if (name === undefined) return undefined;
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
    version: minor === undefined ? major : `${major}.${minor}`,
  };
}
