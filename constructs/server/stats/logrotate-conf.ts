/** A log of this size is rotated before its day is over. */
const LARGE = '256M';

/**
 * logrotate's configuration of the web server's logs: each day a file of its own, or more where it grows large,
 * compressed a turn later.
 *
 * The web server makes itself a new log as soon as the old one was renamed, so that nothing has to be copied or signalled,
 * and no line is lost.
 * @param days for which a log is kept
 * @see veracruz-2024 I.E
 */
export function logrotateConf(days: number): string {
  return [
    '/srv/logs/*.log {',
    '  daily',
    `  maxsize ${LARGE}`,
    // Files are counted by nobody, since a busy day has many.
    '  rotate -1',
    `  maxage ${days}`,
    '  dateext',
    '  dateformat -%Y%m%d-%s',
    '  nocreate',
    '  missingok',
    '  notifempty',
    '  compress',
    '  delaycompress',
    '}',
    '',
  ].join('\n');
}
