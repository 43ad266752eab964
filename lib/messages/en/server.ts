/** Words of the stacks of a difusor's own servers: outputs of Terraform. */
export const server = {
  'server.output.address': 'Public address of the server, to send to the institute',
  'server.output.dns': 'DNS record to create; one for each server, all under the same name',
  'server.output.fingerprints': 'Fingerprints of the server’s SSH keys, to send to the institute',
  'server.output.ports': 'Ports that a firewall before the server must let in',
};
