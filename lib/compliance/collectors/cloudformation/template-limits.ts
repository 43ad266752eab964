/** Levels of lists and maps; no template that CloudFormation takes comes near. */
const MAX_LEVELS = 200;
/** Keys, items and characters of a template; CloudFormation takes 1 MB of them at most. */
const MAX_SIZE = 8_000_000;

interface Node {
  readonly value: object;
  readonly level: number;
}

/** Why a template is too deep or too large to be read; `undefined` where it is not. */
export function overLimit(template: object): string | undefined {
  const waiting: Node[] = [{ value: template, level: 1 }];
  let size = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.level > MAX_LEVELS) return `> ${String(MAX_LEVELS)} {…}`;
    for (const [key, item] of Object.entries(node.value as Readonly<Record<string, unknown>>)) {
      size += key.length + (typeof item === 'string' ? item.length : 1);
      if (typeof item === 'object' && item !== null) waiting.push({ value: item, level: node.level + 1 });
    }
    if (size > MAX_SIZE) return `> ${String(MAX_SIZE)} B`;
  }
  return undefined;
}

/** Dotted paths of the macros and loops anywhere inside a resource, which a deploy replaces by anything. */
export function findMacros(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, item]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    return key === 'Fn::Transform' || key.startsWith('Fn::ForEach') ? [inner] : findMacros(item, inner);
  });
}
