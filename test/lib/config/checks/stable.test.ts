import { stableFaults } from '../../../../lib/config/checks/stable.js';
import { sampleConfig } from '../sample-config.js';

const idsOf = (changes: Record<string, unknown>) =>
  stableFaults({ config: sampleConfig(changes) }).map(({ id, path }) => [id, path.join('.')]);

describe('stableFaults', () => {
  it('accepts folders that lie apart', () => {
    expect(idsOf({ stable: ['/actas/', '/img/actas/', '/actas2/'] })).toEqual([]);
  });

  test.each([
    [['/img/', '/img/actas/'], 'stable.1'],
    [['/img/actas/', '/img/'], 'stable.0'],
  ])('refuses one inside of another, in any order: %j', (stable, key) => {
    expect(idsOf({ stable })).toEqual([['problem.stable-overlap', key]]);
  });

  it('refuses one that stands twice, once', () => {
    expect(idsOf({ stable: ['/actas/', '/actas/'] })).toEqual([['problem.duplicate-item', 'stable.1']]);
  });

  test.each([{ json: 'json/main.json', pointer: '/hora' }, { csv: 'json/*.zip!/a.csv' }])(
    'refuses the folder of the file that says the time of each cut: %j',
    (cutTime) => {
      const changes = { stable: ['/actas/', '/json/'], package: { cutTime } };
      expect(idsOf(changes)).toEqual([['problem.stable-changes', 'stable.1']]);
    },
  );

  it('says nothing where nothing is stable', () => {
    expect(stableFaults({ config: {} })).toEqual([]);
  });
});
