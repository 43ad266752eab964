import { planStage } from '../../../lib/publish/stage-plan.js';
import { extractedCut, sha256 } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const directory = useTemporaryDirectory();
const file = (path: string, content: string): { path: string; size: number; sha256: string } => ({
  path,
  size: content.length,
  sha256: sha256(content),
});

describe('planStage', () => {
  it('sends all where there is no cut to copy from', () => {
    const files = [file('a', '1'), file('b', '2')];
    expect(planStage(files, undefined)).toEqual({ send: files, copy: [], missing: [] });
  });

  it('sends what changed, also without a change of size, and copies what did not', () => {
    const base = extractedCut(directory(), '2024-06-03T03:00:00Z', {
      same: '1',
      changed: '2',
      gone: '3',
    }).manifest;
    const [same, changed, added, moved] = [
      file('same', '1'),
      file('changed', '9'),
      file('new', '4'),
      file('moved', '3'),
    ];
    expect(planStage([same, changed, added, moved], base)).toEqual({
      send: [changed, added, moved],
      copy: [same],
      missing: [],
    });
  });

  it('tells what an incremental package neither brings nor may have copied', () => {
    const base = extractedCut(directory(), '2024-06-03T03:00:00Z', { same: '1', changed: '2' }).manifest;
    const [same, changed, added] = [file('same', '1'), file('changed', '9'), file('new', '4')];
    expect(planStage([same, changed, added], base, (path) => path === 'new')).toEqual({
      send: [added],
      copy: [same],
      missing: [changed],
    });
  });
});
