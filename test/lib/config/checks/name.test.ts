import { nameFaults } from '../../../../lib/config/checks/name.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';

const convocatoria = loadConvocatoria('bcs-2024');
const long = { ...convocatoria, id: `a${'-b'.repeat(30)}` };

describe('nameFaults', () => {
  it('accepts the name that a built-in call makes', () => {
    expect(nameFaults({ config: {}, convocatoria })).toEqual([]);
  });

  it('asks for a name where the call’s id makes too long a one', () => {
    expect(nameFaults({ config: {}, convocatoria: long }).map(({ id, path }) => [id, path])).toEqual([
      ['problem.name', ['name']],
    ]);
  });

  it('leaves a name of the user’s own to the schema', () => {
    expect(nameFaults({ config: { name: 'prep' }, convocatoria: long })).toEqual([]);
    expect(nameFaults({ config: {} })).toEqual([]);
  });
});
