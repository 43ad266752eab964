import { institutionFaults } from '../../../../lib/config/checks/institution.js';

describe('institutionFaults', () => {
  it('accepts a name with any other sign', () => {
    expect(institutionFaults({ config: { institution: { name: 'Radio $ {A} & Cía.' } } })).toEqual([]);
  });

  it('refuses a name that a template would take for a substitution', () => {
    expect(institutionFaults({ config: { institution: { name: 'Radio ${AWS::AccountId}' } } })).toMatchObject(
      [{ id: 'problem.institution-name', path: ['institution', 'name'] }],
    );
  });
});
