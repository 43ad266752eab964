const KNOWN =
  /^(?:hourly|daily|weekly|monthly|yearly|(?:rotate|maxage|minage|start) -?\d+|(?:size|maxsize|minsize)[ =]\d+[kMG]?|dateext|dateformat [\w%.-]+|dateyesterday|create(?: 0?[0-7]{2}[0145](?: [\w-]+ [\w-]+)?)?|nocreate|missingok|nomissingok|notifempty|ifempty|compress|nocompress|delaycompress|nodelaycompress|copytruncate|sharedscripts|su [\w-]+ [\w-]+|include \/etc\/logrotate\.d)$/;
/** One of a section's own logs, with wildcards. */
const LOG = /^["']?\/[\w./*?[\]-]+["']?$/;
const SCRIPT = /^(?:pre|post)rotate$|^(?:first|last)action$|^preremove$/;
/** What makes a server open its log anew. */
const REOPENS =
  /^(?:nginx -s reopen|systemctl reload (?:nginx|rsyslog)|docker kill (?:-s|--signal)[ =]?(?:USR1|HUP) [\w.-]+(?: >\s?\/dev\/null)?|kill -(?:USR1|HUP) [$`(\w/. )-]+)(?: \|\| true)?$/;

/** The lines of a configuration of logrotate that nobody knows. */
export function unknownOfLogrotate(text: string): string[] {
  let inScript = false;
  return text.split('\n').flatMap((raw) => {
    const line = raw.trim().replace(/\s+/g, ' ');
    if (line === '' || line.startsWith('#')) return [];
    const opens = SCRIPT.test(line);
    const closes = line === 'endscript';
    const known = opens || closes || (inScript ? REOPENS.test(line) : KNOWN.test(line) || areLogs(line));
    inScript = opens || (inScript && !closes);
    return known ? [] : [line];
  });
}

/** The head of a section, or where it begins or ends. */
function areLogs(line: string): boolean {
  const words = line.replace(/\s*\{$/, '').split(' ');
  return line === '}' || line === '{' || words.every((word) => LOG.test(word));
}
