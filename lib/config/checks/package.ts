import type { Convocatoria } from '../../convocatorias/index.js';
import type { Fault } from '../fault.js';
import type { DifusorConfig } from '../schema.js';
import { isTree } from '../source-settings.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

type Packages = DifusorConfig['package'];
type SourceConfig = NonNullable<DifusorConfig['source']>;

/** What one key of the package asks of another, and of the source. */
export const packageFaults: Check = ({ config: { package: expected, source }, convocatoria }) => {
  if (expected === undefined) return [];
  const twice = duplicateFaults(expected.mustContain ?? [], (index) => ['package', 'mustContain', index]);
  if (source === undefined) return twice;
  return [
    ...twice,
    ...(isTree(source) ? treeFaults(expected) : changesFaults(expected, source, convocatoria)),
  ];
};

/** A tree has no name in which a time could stand, and no file beside it that could hold its digest. */
function treeFaults({ cutTime, sidecar }: Packages): Fault[] {
  const unnamed: Fault = { id: 'problem.tree-has-no-name', path: ['package', 'cutTime'], params: {} };
  const alone: Fault = { id: 'problem.tree-has-no-sidecar', path: ['package', 'sidecar'], params: {} };
  return [...(cutTime === 'archive-name' ? [unnamed] : []), ...(sidecar === undefined ? [] : [alone])];
}

/**
 * An address at which each package of changes replaces the one before it loses one of two that come between two
 * questions; what is then shown is a state that the institute never had.
 */
function changesFaults(
  { incremental }: Packages,
  source: SourceConfig,
  convocatoria: Convocatoria | undefined,
): Fault[] {
  const changesOnly = incremental ?? convocatoria?.package.incremental?.value === true;
  if (!changesOnly || !isSingle(source)) return [];
  const path = ['package', 'incremental'];
  return [{ id: 'problem.changes-at-one-address', path, params: { kind: source.kind } }];
}

function isSingle(source: SourceConfig): boolean {
  switch (source.kind) {
    case 'https':
      return true;
    case 's3':
      return !source.key.endsWith('/');
    case 'sftp':
      return !source.path.endsWith('/');
    case 'rsync':
    case 'inbox':
      return false;
  }
}
