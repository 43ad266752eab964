import { contactFaults } from '../../../../lib/config/checks/contacts.js';
import { loadConvocatoria } from '../../../../lib/convocatorias/index.js';

const contact = { name: 'A', role: 'Titular', email: 'a@example.org' };
const faultsOf = (count: number, call = 'bcs-2024') =>
  contactFaults({ config: { contacts: Array(count).fill(contact) }, convocatoria: loadConvocatoria(call) });

describe('contactFaults', () => {
  it('accepts as many contacts as the call demands, and more', () => {
    expect(faultsOf(2)).toEqual([]);
    expect(faultsOf(3)).toEqual([]);
  });

  test.each([0, 1])('refuses %d, with the number and the clause of the call', (got) => {
    const params = { got, minimum: 2, clause: 'IV-1.a.4' };
    expect(faultsOf(got)).toEqual([{ id: 'problem.contacts-too-few', path: ['contacts'], params }]);
  });

  it('asks for none where the call names no number', () => {
    expect(faultsOf(0, 'puebla-2024')).toEqual([]);
  });

  it('says nothing without contacts of the right shape or without a call', () => {
    expect(contactFaults({ config: {}, convocatoria: loadConvocatoria('bcs-2024') })).toEqual([]);
    expect(contactFaults({ config: { contacts: [] } })).toEqual([]);
  });
});
