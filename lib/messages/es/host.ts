/** Words of a server's own programs: its set-up, its firewall, its watch. */
export const host = {
  'host.set-up.refused': 'No se tocó nada: hace falta Ubuntu o Debian y aquí hay otra cosa ({what}).',
  'host.set-up.not-root': 'sin permisos de root',
  'host.set-up.other-refused':
    'No se tocó nada: la configuración es para Ubuntu {ubuntu} y aquí hay {what}. Corrija server.ubuntu; si el sistema ' +
    'debe ser otro y la convocatoria lo admite, ponga server.otherSystem: true.',
  'host.set-up.other-version': 'Aviso: la configuración es para otra versión; aquí hay {what}.',
  'host.set-up.installed': 'Instalado:{what}',
  'host.set-up.account': 'Cuenta: {what}',
  'host.set-up.written': 'Escrito: {what}',
  'host.set-up.applied': 'Aplicado: {what}',
  'host.set-up.undone':
    'Falló {what}: sus archivos quedan como estaban. Corrija lo que dice arriba y repita.',
  'host.set-up.nothing': 'Sin cambios: el servidor ya está como debe ({what}).',
  'host.set-up.done': 'Servidor listo ({what}).',
  'host.firewall.no-session': 'Cortafuegos puesto; no hay sesión de SSH que cuidar.',
  'host.firewall.kept-open': 'Cortafuegos puesto; esta sesión de SSH, desde {address}, sigue abierta.',
  'host.firewall.shut-out':
    'El cortafuegos dejaría fuera a esta sesión de SSH ({address}): se puso el de antes. Agregue esa dirección a las de confianza o a las de quien administra, y revise que el puerto de SSH sea {port, number, ::group-off}.',
  'host.watch.fine': 'La copia está al día, o por abrir.',
  'host.watch.late':
    'El instituto no ha entregado un corte nuevo; de este lado todo funciona. Llame al instituto.',
  'host.watch.failing':
    'La copia no avanza por una falla de este lado. Vea difusor status y la tabla de códigos.',
  'host.watch.silent': 'El publicador no contesta. Vea docker ps y el registro del contenedor.',
  'host.watch.absent': 'Aún no hay publicador en este servidor.',
  'host.watch.overdue':
    'La copia llega al límite de la convocatoria: el instituto puede interrumpir la difusión.',
  'host.watch.no-webhook':
    'Falta el archivo con la dirección a la que se avisa: nadie fue avisado; se intenta de nuevo en la siguiente vuelta.',
  'host.watch.not-posted': 'El aviso no se pudo entregar; se intenta de nuevo en la siguiente vuelta.',
} as const;
