import type { HostFact } from '../../../facts.js';
import { at } from '../json.js';
import type { TerraformStack } from '../stack.js';
import { readText } from '../text.js';
import type { HostSources } from './sources.js';

const IMAGES = ['image', 'image_name', 'source_image', 'ami', 'template', 'os', 'operating_system'];
const NAMED =
  /\b(ubuntu|debian|fedora|rocky|almalinux|centos|rhel|freebsd|windows)\b\D{0,40}?(\d{2})[.-]?(\d{2})?\b/i;
/** A set-up that looks for this system, e.g. `[ "$ID $VERSION_ID" != 'ubuntu 22.04' ]`. */
const LOOKS_FOR = /\bID\b.{0,80}?\b(ubuntu|debian)[ :](\d+(?:\.\d+)?)\b/i;

/** The system, by the image of its machine, by what a resource states, or by user data and set-up that name it. */
export function readOperatingSystem(
  stack: TerraformStack,
  { lines, cloudInit }: Pick<HostSources, 'lines' | 'cloudInit'>,
): HostFact['operatingSystem'] {
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
  const stated = cloudInit?.comments.map(named).find((one) => one !== undefined);
  const looked = lines.map((line) => LOOKS_FOR.exec(line)).find((match) => match !== null);
  return stated ?? (looked ? system(looked[1], looked[2]) : undefined);
}

function named(text: string): HostFact['operatingSystem'] {
  const [, name, major = '', minor] = NAMED.exec(text) ?? [];
  if (name === undefined) return undefined;
  return system(name, minor === undefined ? major : `${major}.${minor}`);
}

function system(name = '', version = ''): HostFact['operatingSystem'] {
  return { name: name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(), version };
}
