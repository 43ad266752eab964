/** What `difusor journal` and `difusor archive` tell a person. */
export const journal = {
  'cli.journal': 'shows what the worker did, or proves that the journal was not altered (verify)',
  'cli.journal.file': 'file of the journal (where it is not a site’s)',
  'cli.journal.last': 'the last entries only',
  'cli.journal.verify': 'proves line by line that the journal is what was written',
  'cli.journal.from-log': 'the file was exported from the function’s log (AWS), with other lines in between',
  'cli.archive': 'shows or extracts the received packages',
  'cli.archive.list': 'lists the packages with the time of their cut and their size',
  'cli.archive.verify': 'reads each package again and computes its SHA-256',
  'cli.archive.extract': 'extracts the files of the package of a cut',
  'cli.archive.generation': 'the cut, as the list and the journal name it',
  'cli.archive.to': 'folder for the files, new or empty',
  'journal.event.received':
    '{package} came from {source}: {bytes, number} bytes, SHA-256 {sha256}; it is cut {generation}.',
  'journal.event.refused': 'Package refused ({generation}): {reason}',
  'journal.event.failed': 'Failure: {reason}',
  'journal.event.staging': 'Staging of cut {generation} begins.',
  'journal.event.arrived': '{path} is in the site ({generation}).',
  'journal.event.staged':
    'Cut {generation} is whole: {sent, plural, one {one file sent} other {# files sent}} ({sentBytes, number} bytes), {copied, plural, one {one} other {#}} unchanged.',
  'journal.event.held.before-opening': 'Cut {generation} waits for the opening.',
  'journal.event.held.rehearsal': 'Cut {generation} belongs to a rehearsal: it is not shown as a result.',
  'journal.event.held.gap': 'Cut {generation} holds changes only and waits for a package that is missing.',
  'journal.event.gap':
    '{count, plural, =0 {No package of changes is missing any more} one {One package of changes is missing} other {# packages of changes are missing}} over cut {over}.',
  'journal.event.flipped':
    '{shown, select, notice {Behind the interruption notice stands} closed {While the site is closed, the newest is} other {Readers see}} cut {generation}{rehearsal, select, true { (rehearsal)} other {}}; before: {from}.',
  'journal.event.taken-away': 'The data of the rehearsal, cut {generation}, was taken away.',
  'journal.event.seen':
    'From outside, cut {generation} is seen: {files, plural, one {one file compared} other {# files compared}}.',
  'journal.event.seen.fault': 'From outside, cut {generation} is not seen well: {reason}',
  'journal.event.operated': '{order}, from {from} to {to}. Reason: {reason}',
  'journal.event.retired':
    '{count, plural, one {One cut was} other {# cuts were}} deleted for age: {generations}.',
  'journal.event.repaired':
    'Half a last line was taken away: {bytes, plural, one {one byte} other {# bytes}}.',
  'journal.event.unknown': 'An entry of another version: {event}.',
  'journal.operation.rollback': 'A person ordered a rollback',
  'journal.operation.notice-on': 'A person put the interruption notice up',
  'journal.operation.notice-off': 'A person took the interruption notice down',
  'journal.operation.open': 'A person opened the site',
  'journal.operation.close': 'A person closed the site',
  'journal.operation.accept-gap': 'A person ordered to go on without the missing packages',
  'journal.nothing': '(none)',
  'journal.unreadable':
    'Line {line}: {reason, select, hash {it was changed} other {it can’t be understood}}; see: difusor journal verify',
  'journal.repaired':
    'The journal ended in half a line; {bytes, plural, one {one byte was} other {# bytes were}} taken away.',
  'journal.intact':
    'The journal holds: {entries, plural, one {one entry} other {# entries}}, from {first} to {last}.',
  'journal.empty': 'The journal has no entries.',
  'journal.head':
    'Hash of the last one: {hash}. Keep it elsewhere: it proves later that nothing before it was changed.',
  'journal.torn':
    'The last line is not finished ({bytes, plural, one {one byte} other {# bytes}}): it is being written, or a crash tore it and the worker will take it away.',
  'journal.break':
    '{reason, select, hash {its hash is not that of its content} previous {it does not follow the one before} sequence {a number is missing or too many} other {it can’t be understood}}',
  'journal.which': 'Say which journal: --directory with the folder of the site, or --file with the file.',
  'journal.last': 'The value of --last is a whole number above zero.',
  'archive.intact': 'intact',
  'archive.altered': 'ALTERED',
  'archive.empty': 'There is no package in {path}.',
  'archive.unknown': 'There is no package of cut {generation} in {path}.',
  'archive.to-evidence':
    'The folder {path} lies among the received packages, which are evidence; choose one elsewhere.',
  'archive.not-empty': 'The folder {path} is not empty; choose a new one.',
  'archive.extracted':
    'Extracted {name} to {path}: {files, plural, one {one file} other {# files}}, {bytes, number} bytes.',
} as const;
