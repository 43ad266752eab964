import { logrotateConf } from '../../../../constructs/server/stats/logrotate-conf.js';

describe('logrotateConf', () => {
  it('keeps logs for the days of the plan, however many files a day has', () => {
    expect(logrotateConf(90)).toMatch(
      /^ {2}daily\n {2}maxsize 256M\n(?: {2}#.*\n)? {2}rotate -1\n {2}maxage 90$/m,
    );
  });

  it('moves a log away for nobody to copy, since the web server makes itself another', () => {
    expect(logrotateConf(1)).toContain('nocreate');
    expect(logrotateConf(1)).not.toContain('copytruncate');
  });
});
