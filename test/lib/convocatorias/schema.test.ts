import { instant, offsetMinutes } from '../../../lib/convocatorias/schema.js';

describe('offsetMinutes', () => {
  test.each([
    ['2024-06-02T20:00:00-07:00', 'America/Mazatlan', -420],
    ['2024-06-02T20:00:00-06:00', 'America/Mexico_City', -360],
    ['2021-06-02T20:00:00-05:00', 'America/Mexico_City', -300],
    ['2024-06-02T20:00:00-07:00', 'America/Tijuana', -420],
    ['2024-12-02T20:00:00-08:00', 'America/Tijuana', -480],
  ])('at %s in %s is %i', (at, zone, minutes) => {
    expect(offsetMinutes(at, zone)).toBe(minutes);
  });
});

describe('instant', () => {
  test.each(['2024-06-02T20:00:00-07:00', '2024-06-03T03:00:00Z'])('takes %s', (value) => {
    expect(instant.safeParse(value).success).toBe(true);
  });

  test.each([
    '2024-06-02',
    '2024-06-02T20:00:00',
    '2024-06-02 20:00:00-07:00',
    '2024-06-31T20:00:00-07:00',
    '20:00',
  ])('refuses %s', (value) => {
    expect(instant.safeParse(value).success).toBe(false);
  });
});
