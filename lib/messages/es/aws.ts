/** Words of the stack: pages of the edge, outputs, alarms. */
export const aws = {
  'frame.source': 'Resultados oficiales preliminares: {institute}. Abrir el sitio oficial',
  'edge.page.closed.title': 'Aún no hay resultados que mostrar',
  'edge.page.closed.text':
    'Los resultados electorales preliminares se publicarán aquí a partir de la hora que fija la convocatoria.',
  'edge.page.notice.title': 'Publicación interrumpida',
  'edge.page.notice.text':
    'La publicación de resultados preliminares en este sitio está interrumpida. Consulte el sitio oficial:',
  'edge.page.unavailable.title': 'Resultados no disponibles en este momento',
  'edge.page.unavailable.text': 'Intente de nuevo en unos segundos o consulte el sitio oficial:',
  'aws.output.fixed-ip': 'IP fija que se comunica al instituto (una por zona si así se pidió)',
  'aws.output.dns': 'Registros DNS que hay que crear, o que ya se crearon',
  'aws.output.distribution': 'Dominio de la distribución de CloudFront',
  'aws.output.secret': 'Secreto que hay que llenar con las credenciales del instituto',
  'aws.output.dashboard': 'Tablero de la noche',
  'aws.output.site-bucket': 'Bucket del sitio, para difusor status, rollback y demás órdenes (--bucket)',
  'aws.output.frame-bucket':
    'Guarda un icono o un logotipo del difusor; la página del marco va en la función.',
  'aws.output.archive-bucket': 'Bucket con cada paquete recibido, como llegó',
  'aws.output.worker-logs': 'Registro del trabajador, con su bitácora (difusor journal verify --from-log)',
  'aws.output.pointer-store': 'Puntero del corte publicado (--key-value-store)',
  'aws.output.shield': 'Nivel de AWS Shield con que cuenta el sitio',
  'aws.output.dns.created': '{domain} A/AAAA → {target} (creados por esta pila)',
  'aws.output.dns.create': '{domain} CNAME → {target} (por crear en su DNS)',
  'aws.alarm.cut-age.warn': 'El corte publicado tiene más de {minutes} minutos: 1.2 periodos.',
  'aws.alarm.cut-age.page':
    'El corte publicado tiene más de {minutes} minutos: dos periodos. Alguien debe actuar ya.',
  'aws.alarm.cut-age.critical':
    'El corte publicado llega a {minutes} minutos: el límite tras el que el instituto interrumpe la difusión.',
  'aws.alarm.publish-lag':
    'Desde hace {minutes} minutos no podemos publicar: la falla es nuestra o del camino, no del instituto.',
  'aws.alarm.outside':
    'Tras publicar, desde fuera no se vio el corte nuevo: revise DNS, certificado y cortafuegos.',
  'aws.alarm.worker-errors':
    'El trabajador de sincronización falló en dos o más de sus últimas cinco ejecuciones.',
  'aws.alarm.worker-silent': 'El calendario arranca al trabajador, pero ninguna ejecución termina.',
  'aws.alarm.errors-5xx': 'Más de {percent} % de las respuestas del sitio son errores 5xx.',
  'aws.alarm.waf-blocks': 'El firewall bloquea más de {count} solicitudes por minuto: posible ataque.',
  'aws.dashboard.cut-age': 'Edad del corte publicado y tiempo sin poder publicar (s)',
  'aws.dashboard.worker': 'Ejecuciones y fallas del trabajador, y cortes que no se vieron desde fuera',
  'aws.dashboard.requests': 'Solicitudes al sitio',
  'aws.dashboard.errors': 'Respuestas con error (%)',
  'aws.dashboard.firewall': 'Firewall: permitidas y bloqueadas',
  'aws.warning.window-past':
    'La ventana {window} terminó el {until}: EventBridge Scheduler no acepta un calendario nuevo que ya venció. Quite de dates.rehearsals los simulacros que pasaron, o ponga en dates: las fechas de su elección.',
  'aws.warning.retention':
    'retention pide retirar cortes y la convocatoria {convocatoria} no dice hasta cuándo se muestran los resultados: en AWS no se retira ninguno.',
} as const;
