import { datesInText } from './dates-in-text.js';

describe('datesInText', () => {
  test.each([
    ['a más tardar el 20 de mayo de 2024', ['05-20']],
    ['del 30 de abril al 20 de mayo', ['04-30', '05-20']],
    ['simulacros del 12, 19 y 26 de mayo', ['05-12', '05-19', '05-26']],
    ['entre el 2 y el 9 de junio; del 2 al 12 de junio', ['06-02', '06-09', '06-12']],
    ['del 3 de junio a las 20:00 al 16 de junio a las 23:59', ['06-03', '06-16']],
    ['en 3 días, cada 15 minutos, 45 de ellos', []],
  ])('finds in “%s” its dates', (text, expected) => {
    expect(datesInText(text, 'es')).toEqual(expected);
  });

  test.each([
    ['by 20 May 2024 at the latest', ['05-20']],
    ['from 30 April to 20 May', ['04-30', '05-20']],
    ['on 12, 19 and 26 May, and 2 to 12 June', ['05-12', '05-19', '05-26', '06-02', '06-12']],
    ['from 20:00 on 3 June to 23:59 on 16 June', ['06-03', '06-16']],
    ['May ask within 3 days', []],
  ])('finds in “%s” its dates', (text, expected) => {
    expect(datesInText(text, 'en')).toEqual(expected);
  });
});
