import type { Convocatoria } from '../convocatorias/index.js';
import type { CutTimeSettings, PackageSettings } from '../worker-settings.js';
import type { DifusorConfig } from './schema.js';
import type { SourceConfig } from './source-schema.js';
import { isTree } from './source-settings.js';

const BYTES_PER_MIB = 1_048_576;

/**
 * What the worker expects of a package. Where the file does not say whether packages are incremental, the call does; a
 * tree is all of the site either way.
 */
export function packageSettings(
  config: Pick<DifusorConfig, 'package'> & { readonly source: SourceConfig },
  { package: legal }: Pick<Convocatoria, 'package'>,
): PackageSettings {
  const { cutTime, maxMib, mustContain, incremental, sidecar, digests, actas } = config.package;
  const changesOnly = incremental ?? (!isTree(config.source) && legal.incremental?.value === true);
  return {
    cutTime: cutTimeSettings(cutTime),
    maxBytes: maxMib * BYTES_PER_MIB,
    ...(mustContain === undefined ? {} : { mustContain }),
    ...(changesOnly ? { incremental: true } : {}),
    ...(sidecar === undefined ? {} : { sidecar }),
    ...(digests === undefined ? {} : { digests }),
    ...(actas === undefined ? {} : { actas }),
  };
}

function cutTimeSettings(cutTime: DifusorConfig['package']['cutTime']): CutTimeSettings {
  if (typeof cutTime === 'string') return { from: cutTime };
  return 'json' in cutTime
    ? { from: 'json', file: cutTime.json, pointer: cutTime.pointer }
    : { from: 'csv', file: cutTime.csv };
}
