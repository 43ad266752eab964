/** What `difusor status` and the orders of a person say. */
export const operations = {
  'status.site': 'Sitio: {where}',
  'status.window.election': 'Ventana: la elección.',
  'status.window.rehearsal': 'Ventana: el simulacro {id}.',
  'status.window.none': 'Ventana: ninguna; fuera de horario nada envejece.',
  'status.pointer.live': 'El público ve el corte {generation}.',
  'status.pointer.notice': 'El público ve el aviso de interrupción.',
  'status.pointer.closed': 'El público no ve resultados: el sitio está cerrado.',
  'status.held': 'Lo cerró una persona y solo una persona lo abre: difusor open --reason …',
  'status.floor': 'Una persona se regresó de {floor}: solo un corte más nuevo se publica.',
  'status.freshness.waiting': 'Frescura: la apertura está por venir, o no hay ventana.',
  'status.freshness.current': 'Frescura: al día, {minutes} minutos de edad.',
  'status.freshness.source-late':
    'Frescura: {minutes} minutos de edad. El instituto no ha entregado un corte más nuevo; de este lado todo funciona.',
  'status.freshness.failing':
    'Frescura: {minutes} minutos de edad, y desde hace {lag} minutos no se logra publicar.',
  'status.trouble': 'Falla: {code}, desde {since}.',
  'status.trouble.WORKER_SILENT': 'Falla: el trabajador no da señales desde {since}.',
  'status.inbox':
    'Buzón: {ready} por tomar, {unfinished} a medias, {kept} que no se pueden borrar, {odd} que no son archivos.',
  'order.rollback': 'Regreso hecho: el público ve el corte {generation} cuando no hay aviso ni cierre.',
  'order.notice-on': 'Aviso puesto: el público ve la interrupción. Los cortes se siguen preparando detrás.',
  'order.notice-off':
    'Aviso retirado: {state, select, live {el público ve el corte {generation}} held {el público no ve resultados, porque una persona cerró el sitio} other {el público no ve resultados todavía; el trabajador abre el sitio con el primer corte tras la apertura}}.',
  'order.open':
    'Sitio abierto: {state, select, live {el público ve el corte {generation}} notice {el público sigue viendo el aviso de interrupción} other {todavía no hay corte que mostrar y el público sigue viendo la página de cierre; el siguiente corte la reemplaza}}.',
  'order.close': 'Sitio cerrado: el público no ve resultados hasta que una persona lo abra.',
  'order.accept-gap':
    'Se sigue sin los paquetes de cambios que faltan: el siguiente se aplica sobre el último corte publicado.',
  'order.unchanged': 'No hubo nada que cambiar.',
  'order.unwritten': 'La orden se hizo, pero no quedó anotada en la bitácora: apúntela usted.',
  'order.nothing-done':
    'No se hizo nada: sin bitácora solo se atienden notice on y close, que esconden los resultados.',
} as const;
