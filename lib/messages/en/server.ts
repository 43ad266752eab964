/** Words of the stacks of a difusor's own servers: outputs of Terraform, pages of the web server. */
export const server = {
  'server.output.address': 'Public address of the server, to send to the institute',
  'server.output.dns':
    'DNS record to create; one for each server, all under the same name. None of type AAAA: nothing answers over IPv6',
  'server.output.fingerprints': 'Fingerprints of the server’s SSH keys, to send to the institute',
  'server.output.ports': 'Ports that a firewall before the server must let in',
  'server.needed.missing':
    'The file {path} is missing on this machine. Put it there and apply again: without it Docker would make a folder in its place.',
  'server.needed.unreadable':
    'The service with uid {uid} can’t read {path}. Make it the owner: chown {uid}:10001 {path}',
  'server.needed.open': 'Others can read or change {path}, which is a secret. Close it: chmod 0400 {path}',
  'server.page.absent.title': 'Nothing is published here',
  'server.page.absent.text':
    'The address does not exist on this site, or nothing is published at it yet. Try the main page:',
  'server.page.refused.title': 'Request not allowed',
  'server.page.refused.text': 'This site can only be read.',
  'server.page.busy.title': 'Too many requests',
  'server.page.busy.text':
    'Too many requests come from your connection. Wait a few seconds and load the page again, or see the official site:',
  'server.page.failing.title': 'The site can’t answer at this moment',
  'server.page.failing.text': 'Try again in a few seconds, or see the official site:',
};
