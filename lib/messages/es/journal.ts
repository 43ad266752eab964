/** What `difusor journal` and `difusor archive` tell a person. */
export const journal = {
  'cli.journal': 'muestra lo que hizo el trabajador, o prueba que la bitácora no se alteró (verify)',
  'cli.journal.file': 'archivo de la bitácora (si no es la de un sitio)',
  'cli.journal.last': 'solo las últimas anotaciones',
  'cli.journal.verify': 'prueba línea por línea que la bitácora es la que se escribió',
  'cli.journal.from-log':
    'el archivo es lo exportado del registro de la función (AWS), con otras líneas en medio',
  'cli.archive': 'muestra o extrae los paquetes recibidos',
  'cli.archive.list': 'lista los paquetes con la hora de su corte y su tamaño',
  'cli.archive.verify': 'vuelve a leer cada paquete y calcula su SHA-256',
  'cli.archive.extract': 'extrae los archivos del paquete de un corte',
  'cli.archive.generation': 'el corte, como lo nombran la lista y la bitácora',
  'cli.archive.to': 'carpeta de destino, nueva o vacía',
  'journal.event.received':
    'Llegó {package} de {source}: {bytes, number} bytes, SHA-256 {sha256}; es el corte {generation}.',
  'journal.event.refused': 'Paquete rechazado ({generation}): {reason}',
  'journal.event.failed': 'Falla: {reason}',
  'journal.event.staging': 'Empieza la preparación del corte {generation}.',
  'journal.event.arrived': 'Quedó en el sitio {path} ({generation}).',
  'journal.event.staged':
    'Quedó completo el corte {generation}: {sent, plural, one {un archivo enviado} other {# archivos enviados}} ({sentBytes, number} bytes), {copied, plural, one {uno} other {#}} sin cambio.',
  'journal.event.held.before-opening': 'El corte {generation} espera la apertura.',
  'journal.event.held.rehearsal': 'El corte {generation} es de un simulacro: no se muestra como resultado.',
  'journal.event.held.gap': 'El corte {generation} trae solo cambios y espera a un paquete que falta.',
  'journal.event.gap':
    '{count, plural, =0 {Ya no falta ningún paquete de cambios} one {Falta un paquete de cambios} other {Faltan # paquetes de cambios}} sobre el corte {over}.',
  'journal.event.flipped':
    '{shown, select, notice {Detrás del aviso de interrupción está} closed {Con el sitio cerrado, el más nuevo es} other {El público ve}} el corte {generation}{rehearsal, select, true { (simulacro)} other {}}; antes: {from}.',
  'journal.event.taken-away': 'Se retiraron los datos del simulacro, corte {generation}.',
  'journal.event.seen':
    'Desde fuera se ve el corte {generation}: {files, plural, one {un archivo cotejado} other {# archivos cotejados}}.',
  'journal.event.seen.fault': 'Desde fuera no se ve bien el corte {generation}: {reason}',
  'journal.event.operated': '{order}, de {from} a {to}. Motivo: {reason}',
  'journal.event.retired':
    '{count, plural, one {Se borró un corte} other {Se borraron # cortes}} por antigüedad: {generations}.',
  'journal.event.repaired':
    'Se quitó una última línea a medias, de {bytes, plural, one {un byte} other {# bytes}}.',
  'journal.event.unknown': 'Anotación de otra versión: {event}.',
  'journal.operation.rollback': 'Una persona ordenó regresar',
  'journal.operation.notice-on': 'Una persona puso el aviso de interrupción',
  'journal.operation.notice-off': 'Una persona quitó el aviso de interrupción',
  'journal.operation.open': 'Una persona abrió el sitio',
  'journal.operation.close': 'Una persona cerró el sitio',
  'journal.operation.accept-gap': 'Una persona ordenó seguir sin los paquetes que faltan',
  'journal.nothing': '(ninguno)',
  'journal.unreadable':
    'Línea {line}: {reason, select, hash {fue modificada} other {no se entiende}}; vea: difusor journal verify',
  'journal.repaired':
    'La bitácora terminaba en una línea a medias; se quitaron {bytes, plural, one {un byte} other {# bytes}}.',
  'journal.intact':
    'La bitácora cuadra: {entries, plural, one {una anotación} other {# anotaciones}}, de {first} a {last}.',
  'journal.empty': 'La bitácora no tiene anotaciones.',
  'journal.head':
    'Huella de la última: {hash}. Guárdela en otro lugar: con ella se prueba después que nada anterior cambió.',
  'journal.torn':
    'La última línea está a medias ({bytes, plural, one {un byte} other {# bytes}}): se está escribiendo, o la cortó una caída y el trabajador la quitará.',
  'journal.break':
    '{reason, select, hash {su huella no es la de su contenido} previous {no sigue a la anterior} sequence {falta o sobra un número} other {no se entiende}}',
  'journal.which': 'Diga de qué bitácora: --directory con la carpeta del sitio, o --file con el archivo.',
  'journal.last': 'El valor de --last es un número entero mayor que cero.',
  'archive.intact': 'íntegro',
  'archive.altered': 'ALTERADO',
  'archive.empty': 'No hay ningún paquete en {path}.',
  'archive.unknown': 'No hay ningún paquete del corte {generation} en {path}.',
  'archive.to-evidence':
    'La carpeta {path} está entre los paquetes recibidos, que son evidencia; elija una fuera.',
  'archive.not-empty': 'La carpeta {path} no está vacía; elija una nueva.',
  'archive.extracted':
    'Extraído {name} en {path}: {files, plural, one {un archivo} other {# archivos}}, {bytes, number} bytes.',
} as const;
