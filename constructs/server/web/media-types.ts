import mime from 'mime';
import otherTypes from 'mime/types/other.js';
import standardTypes from 'mime/types/standard.js';

type TypeMap = Readonly<Record<string, readonly string[]>>;

/** The block `types` of nginx with the very types under which every other store of this package publishes. */
export function mediaTypes(): string {
  const known: readonly TypeMap[] = [standardTypes, otherTypes];
  const extensions = known
    .flatMap((types) => Object.values(types).flat())
    .map((extension) => extension.replace(/^\*/, ''));
  const byType = new Map<string, string[]>();
  for (const extension of [...new Set(extensions)].sort()) {
    const type = mime.getType(extension);
    if (type !== null) byType.set(type, [...(byType.get(type) ?? []), extension]);
  }
  const lines = [...byType].sort().map(([type, names]) => `    ${type} ${names.join(' ')};`);
  return ['  types {', ...lines, '  }', ''].join('\n');
}
