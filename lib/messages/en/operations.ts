/** What `difusor status` and the orders of a person say. */
export const operations = {
  'status.site': 'Site: {where}',
  'status.window.election': 'Window: the election.',
  'status.window.rehearsal': 'Window: the rehearsal {id}.',
  'status.window.none': 'Window: none; outside of all nothing ages.',
  'status.pointer.live': 'Readers get the cut {generation}.',
  'status.pointer.notice': 'Readers get the notice of an interruption.',
  'status.pointer.closed': 'Readers get no results: the site is closed.',
  'status.held': 'A person closed it, and only a person opens it: difusor open --reason …',
  'status.floor': 'A person rolled back from {floor}: only a newer cut is published.',
  'status.freshness.waiting': 'Freshness: the opening is ahead, or no window is on.',
  'status.freshness.current': 'Freshness: up to date, {minutes} minutes old.',
  'status.freshness.source-late':
    'Freshness: {minutes} minutes old. The institute has handed over no newer cut; all works on this side.',
  'status.freshness.failing':
    'Freshness: {minutes} minutes old, and for {lag} minutes nothing could be published.',
  'status.trouble': 'Failure: {code}, since {since}.',
  'status.trouble.WORKER_SILENT': 'Failure: the worker has given no sign since {since}.',
  'status.inbox':
    'Inbox: {ready} to be taken, {unfinished} unfinished, {kept} that can’t be deleted, {odd} that are no files.',
  'order.rollback': 'Rolled back: readers get the cut {generation} while there is no notice and no closure.',
  'order.notice-on': 'Notice raised: readers see the interruption. Cuts go on being staged behind it.',
  'order.notice-off':
    'Notice withdrawn: {state, select, live {readers get the cut {generation}} held {readers get no results, because a person closed the site} other {readers get no results yet; the worker opens the site with the first cut after the opening}}.',
  'order.open':
    'Site opened: {state, select, live {readers get the cut {generation}} notice {readers go on seeing the notice of an interruption} other {there is no cut to show yet, and readers go on seeing the closed page; the next cut replaces it}}.',
  'order.close': 'Site closed: readers get no results until a person opens it.',
  'order.accept-gap':
    'Going on without the missing packages of changes: the next one is laid over the last published cut.',
  'order.unchanged': 'There was nothing to change.',
  'order.unwritten': 'The order took effect, but it is not in the journal: write it down yourself.',
  'order.nothing-done':
    'Nothing was done: without a journal only notice on and close are carried out, which hide the results.',
} as const;
