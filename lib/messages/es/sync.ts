/** What `difusor sync` tells a person, step by step and at the end. */
export const sync = {
  'sync.progress.asking': 'Pregunto a {host} si hay un corte nuevo…',
  'sync.progress.received': 'Recibido {name}: {bytes, number} bytes.',
  'sync.progress.verified':
    'Verificado: {files, plural, one {un archivo} other {# archivos}}, {bytes, number} bytes sin comprimir.',
  'sync.progress.staged':
    'Preparado: {sent, plural, one {un archivo enviado} other {# archivos enviados}}, {copied, plural, one {uno} other {#}} sin cambio.',
  'sync.progress.looking': 'Miro el sitio desde fuera: {url}…',
  'sync.published':
    'Publicado el corte {generation}: {sentFiles, plural, one {un archivo nuevo o cambiado} other {# archivos nuevos o cambiados}} ({sentBytes, number} bytes), {copiedFiles, plural, one {uno} other {#}} sin cambio.',
  'sync.published.notice': 'Sigue el aviso de interrupción: el público verá el corte cuando se retire.',
  'sync.published.closed':
    'El sitio sigue cerrado por orden de una persona: el público verá el corte cuando se abra.',
  'sync.published.actas':
    'Faltan por llegar {pending, plural, one {la imagen de un acta} other {las imágenes de # actas}}.',
  'sync.published.rehearsal': 'Es un simulacro: se retira al terminar su ventana.',
  'sync.unchanged': 'Sin novedad: el corte más reciente, {generation}, ya está publicado.',
  'sync.awaiting': 'La fuente aún no tiene paquete; la apertura es {opensAt}.',
  'sync.held.before-opening':
    'El corte {generation} está listo y se muestra a partir de {opensAt}; antes, nada.',
  'sync.held.rehearsal':
    'La fuente entrega todavía un corte de simulacro, {generation}: está en el archivo y no se muestra como resultado.',
  'sync.held.rolled-back':
    'La fuente entrega todavía {generation}, del que una persona se regresó: se espera uno más nuevo.',
  'sync.paused': 'La fuente se deja en paz hasta {until} ({code}): hace falta que una persona actúe.',
  'sync.outside-window': 'Fuera de horario: la siguiente ventana empieza {nextFrom}.',
  'sync.outside-window.over': 'Fuera de horario: no queda ninguna ventana por venir.',
  'sync.refused': 'Paquete rechazado; quedó en el archivo como evidencia y lo publicado sigue en su lugar.',
  'sync.waiting': 'El paquete espera, con copia en el archivo; lo publicado sigue en su lugar.',
  'sync.failed': 'No se publicó nada nuevo; lo publicado sigue en su lugar.',
} as const;
