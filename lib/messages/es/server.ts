/** Words of the stacks of a difusor's own servers: outputs of Terraform. */
export const server = {
  'server.output.address': 'Dirección pública del servidor, que se comunica al instituto',
  'server.output.dns': 'Registro DNS que hay que crear; uno por servidor, todos con el mismo nombre',
  'server.output.fingerprints': 'Huellas de las llaves SSH del servidor, que se comunican al instituto',
  'server.output.ports': 'Puertos que debe dejar pasar un cortafuegos anterior al servidor',
  'server.needed.missing':
    'Falta en este equipo el archivo {path}. Póngalo y aplique otra vez: sin él, Docker haría una carpeta en su lugar.',
  'server.needed.unreadable':
    'El servicio con el uid {uid} no puede leer {path}. Hágalo su dueño: chown {uid}:10001 {path}',
  'server.needed.open': 'Otros pueden leer o cambiar {path}, que es un secreto. Ciérrelo: chmod 0400 {path}',
};
