/** What `difusor sync` tells a person, step by step and at the end. */
export const sync = {
  'sync.progress.asking': 'Asking {host} for a new cut…',
  'sync.progress.received': 'Received {name}: {bytes, number} bytes.',
  'sync.progress.verified':
    'Verified: {files, plural, one {one file} other {# files}}, {bytes, number} bytes expanded.',
  'sync.progress.staged':
    'Staged: {sent, plural, one {one file sent} other {# files sent}}, {copied, plural, one {one} other {#}} unchanged.',
  'sync.progress.looking': 'Looking at the site from outside: {url}…',
  'sync.published':
    'Published cut {generation}: {sentFiles, plural, one {one new or changed file} other {# new or changed files}} ({sentBytes, number} bytes), {copiedFiles, plural, one {one} other {#}} unchanged.',
  'sync.published.notice': 'The interruption notice stays up: readers get the cut when it is taken down.',
  'sync.published.closed':
    'The site stays closed by order of a person: readers will see the cut once it is opened.',
  'sync.published.actas':
    '{pending, plural, one {The image of one acta has} other {The images of # actas have}} yet to come.',
  'sync.published.rehearsal': 'It is a rehearsal: it is taken away when its window ends.',
  'sync.unchanged': 'Nothing new: the newest cut, {generation}, is published already.',
  'sync.awaiting': 'The source has no package yet; the opening is {opensAt}.',
  'sync.held.before-opening':
    'Cut {generation} is ready and shows from {opensAt} on; before that, nothing does.',
  'sync.held.rehearsal':
    'The source still delivers the cut of a rehearsal, {generation}: it is archived and not shown as results.',
  'sync.held.rolled-back':
    'The source still hands over {generation}, from which a person rolled back: a newer one is awaited.',
  'sync.paused': 'The source is left alone until {until} ({code}): a person has to act.',
  'sync.outside-window': 'Outside the window: the next one begins {nextFrom}.',
  'sync.outside-window.over': 'Outside the window: none is ahead.',
  'sync.refused': 'Package refused; it is archived as evidence, and what is published stays.',
  'sync.waiting': 'The package waits, with a copy in the archive; what is published stays in place.',
  'sync.failed': 'Nothing new was published; what is published stays.',
} as const;
