import { linesAboveTable } from '../../../../lib/cut/cut-time/csv-header.js';

describe('linesAboveTable', () => {
  it('ends where a line of names has a row below it', () => {
    const lines = ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', '', 'A,B,C', '1,2,3', '', 'D,E,F,G', '1,2,3,4'];
    expect(linesAboveTable(lines)).toEqual(['GUBERNATURA', '03/06/2024 20:00 (UTC-6)']);
  });

  it.each([
    ['pipes', 'A|B|C', '1|2|3'],
    ['semicolons', 'A;B;C', '1;2;3'],
    ['tabs', 'A\tB\tC', '1\t2\t3'],
  ])('knows a table of %s', (_name, names, row) => {
    expect(linesAboveTable(['sep=|', '03/06/2024 20:00', names, row])).toEqual(['sep=|', '03/06/2024 20:00']);
  });

  it('takes a title with commas in it for no table', () => {
    const above = ['Gubernatura, diputaciones, ayuntamientos', '03/06/2024 20:00'];
    expect(linesAboveTable([...above, 'A,B,C', '1,2,3'])).toEqual(above);
  });

  it('takes lines that a spreadsheet filled up with empty cells for no table', () => {
    const above = ['GUBERNATURA,,,', '03/06/2024 20:00,,,'];
    expect(linesAboveTable([...above, ',,,', 'A,B,C,D', '1,2,3,4'])).toEqual([...above, ',,,']);
  });

  it('takes names without any row yet for a table', () => {
    expect(linesAboveTable(['03/06/2024 20:00', 'A,B,C', ''])).toEqual(['03/06/2024 20:00']);
  });

  it('takes all lines of a file without a table', () => {
    expect(linesAboveTable(['one', '', 'two'])).toEqual(['one', 'two']);
  });
});
