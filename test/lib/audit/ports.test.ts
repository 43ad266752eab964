import { lookAtPorts } from '../../../lib/audit/ports.js';
import { startHttp } from '../../support/servers.js';

const now = () => new Date('2030-05-19T16:00:00Z');

describe('lookAtPorts', () => {
  it('tells an open port from one where nobody listens, with vantage and instant', async () => {
    const open = await startHttp((_request, response) => response.end());
    const shut = await startHttp((_request, response) => response.end());
    await shut.close();
    const at = '2030-05-19T16:00:00.000Z';
    expect(await lookAtPorts('127.0.0.1', [open.port, shut.port], 'trusted', now)).toEqual([
      { vantage: 'trusted', port: open.port, at, state: 'open' },
      { vantage: 'trusted', port: shut.port, at, state: 'refused' },
    ]);
    await open.close();
  });
});
