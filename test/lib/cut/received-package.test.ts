import { safePackageName } from '../../../lib/cut/received-package.js';

describe('safePackageName', () => {
  it.each([
    ['20240602_2020_PREP_BCS.zip', '20240602_2020_PREP_BCS.zip'],
    ['/difusores/paquete.zip', 'paquete.zip'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'package'],
    ['.oculto', 'oculto'],
    ['-rf', 'rf'],
    ['corte de las 8.zip', 'corte_de_las_8.zip'],
    ['a\u0000b\r\nc', 'a_b_c'],
    ['C:\\x\\y.zip', 'C_x_y.zip'],
    ['', 'package'],
  ])('keeps of %j what is safe', (offered, expected) => {
    expect(safePackageName(offered)).toBe(expected);
  });

  it('cuts a name that is too long for a disk', () => {
    expect(safePackageName('a'.repeat(5000))).toHaveLength(150);
  });
});
