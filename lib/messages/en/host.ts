/** Words of a server's own programs: its set-up, its firewall, its watch. */
export const host = {
  'host.set-up.refused':
    'Nothing was touched: this needs Ubuntu or Debian, and finds something else ({what}).',
  'host.set-up.not-root': 'not root',
  'host.set-up.other-refused':
    'Nothing was touched: the configuration is for Ubuntu {ubuntu}, and this is {what}. Correct server.ubuntu; if the ' +
    'system has to be another one and the call admits it, set server.otherSystem: true.',
  'host.set-up.other-version': 'Note: the configuration is for another version; this is {what}.',
  'host.set-up.installed': 'Installed:{what}',
  'host.set-up.account': 'Account: {what}',
  'host.set-up.written': 'Written: {what}',
  'host.set-up.applied': 'Applied: {what}',
  'host.set-up.undone':
    '{what} failed: its files are as they were. Correct what is said above, and run it again.',
  'host.set-up.nothing': 'No changes: the server is as it must be already ({what}).',
  'host.set-up.done': 'The server is ready ({what}).',
  'host.firewall.no-session': 'Firewall loaded; there is no SSH session to look after.',
  'host.firewall.kept-open': 'Firewall loaded; this SSH session, from {address}, stays open.',
  'host.firewall.shut-out':
    'The firewall would shut out this SSH session ({address}): the one before it was put back. Add that address to the trusted ones or to the administrator’s, and check that the port of SSH is {port, number, ::group-off}.',
  'host.watch.fine': 'The copy is current, or about to open.',
  'host.watch.late':
    'The institute has handed over no new cut; all is well on this side. Call the institute.',
  'host.watch.failing':
    'The copy stands still for a fault on this side. See difusor status and its table of codes.',
  'host.watch.silent': 'The publisher does not answer. See docker ps and the container’s log.',
  'host.watch.absent': 'There is no publisher on this server yet.',
  'host.watch.overdue': 'The copy reaches the call’s limit: the institute may interrupt the publication.',
  'host.watch.no-webhook':
    'The file with the webhook’s address is missing: nobody was told; the next run tries again.',
  'host.watch.not-posted': 'The webhook did not take the message; the next run tries again.',
} as const;
