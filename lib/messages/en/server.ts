/** Words of the stacks of a difusor's own servers: outputs of Terraform. */
export const server = {
  'server.output.address': 'Public address of the server, to send to the institute',
  'server.output.dns': 'DNS record to create; one for each server, all under the same name',
  'server.output.fingerprints': 'Fingerprints of the server’s SSH keys, to send to the institute',
  'server.output.ports': 'Ports that a firewall before the server must let in',
  'server.needed.missing':
    'The file {path} is missing on this machine. Put it there and apply again: without it Docker would make a folder in its place.',
  'server.needed.unreadable':
    'The service with uid {uid} can’t read {path}. Make it the owner: chown {uid}:10001 {path}',
  'server.needed.open': 'Others can read or change {path}, which is a secret. Close it: chmod 0400 {path}',
};
