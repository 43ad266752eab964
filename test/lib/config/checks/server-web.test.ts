import { serverWebFaults } from '../../../../lib/config/checks/server-web.js';
import { CHIAPAS } from '../../../support/server-plan.js';
import { faultsIn, veracruz } from './server-faults.js';

const rate = (rateLimit: object) => faultsIn(serverWebFaults, veracruz({ web: { rateLimit } }));
const days = (count: number, more: object = {}) =>
  faultsIn(serverWebFaults, veracruz({ logs: { days: count } }, more));

describe('serverWebFaults', () => {
  it('takes the defaults', () => {
    expect(rate({})).toEqual([]);
    expect(faultsIn(serverWebFaults, CHIAPAS)).toEqual([]);
    expect(serverWebFaults({ config: {} })).toEqual([]);
  });

  it('refuses a limit that one shared address of many voters reaches', () => {
    expect(rate({ requestsPerSecond: 67, burst: 200 })).toEqual([]);
    expect(rate({ requestsPerSecond: 66, burst: 199 })).toEqual([
      ['web-rate-limit', 'server.web.rateLimit.requestsPerSecond'],
      ['web-rate-limit', 'server.web.rateLimit.burst'],
    ]);
  });

  it('keeps logs for all the days that are counted, 2 to 9 June', () => {
    expect(days(8)).toEqual([]);
    expect(days(7)).toEqual([['logs-too-short', 'server.logs.days']]);
  });

  it('counts the days of a later election', () => {
    const dates = { statistics: { from: '2027-06-06', to: '2027-06-16' } };
    expect(days(11, { dates })).toEqual([]);
    expect(days(10, { dates })).toEqual([['logs-too-short', 'server.logs.days']]);
  });

  it('asks nothing of logs where the call counts no days', () => {
    expect(days(1, { convocatoria: 'puebla-2024', cadenceMinutes: 15, takeDownMinutes: 45 })).toEqual([]);
  });
});
