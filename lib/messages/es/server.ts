/** Words of the stacks of a difusor's own servers: outputs of Terraform, pages of the web server. */
export const server = {
  'server.output.address': 'Dirección pública del servidor, que se comunica al instituto',
  'server.output.dns':
    'Registro DNS que hay que crear; uno por servidor, todos con el mismo nombre. Ninguno AAAA: por IPv6 no se contesta',
  'server.output.fingerprints': 'Huellas de las llaves SSH del servidor, que se comunican al instituto',
  'server.output.ports': 'Puertos que debe dejar pasar un cortafuegos anterior al servidor',
  'server.needed.missing':
    'Falta en este equipo el archivo {path}. Póngalo y aplique otra vez: sin él, Docker haría una carpeta en su lugar.',
  'server.needed.unreadable':
    'El servicio con el uid {uid} no puede leer {path}. Hágalo su dueño: chown {uid}:10001 {path}',
  'server.needed.open': 'Otros pueden leer o cambiar {path}, que es un secreto. Ciérrelo: chmod 0400 {path}',
  'server.page.absent.title': 'Aquí no hay nada publicado',
  'server.page.absent.text':
    'La dirección no existe en este sitio, o todavía no se publica nada en ella. Pruebe con la página principal:',
  'server.page.refused.title': 'Solicitud no admitida',
  'server.page.refused.text': 'Este sitio solo se puede leer.',
  'server.page.busy.title': 'Demasiadas solicitudes',
  'server.page.busy.text':
    'Desde su conexión llegan demasiadas solicitudes. Espere unos segundos y vuelva a cargar la página, o consulte el sitio oficial:',
  'server.page.failing.title': 'El sitio no puede responder en este momento',
  'server.page.failing.text': 'Intente de nuevo en unos segundos o consulte el sitio oficial:',
};
