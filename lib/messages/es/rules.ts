/** How each rule judges, and what it can find. */
export const rules = {
  'rule.unread': 'No se puede leer en la plantilla: {reason}.',
  'rule.gap': 'La plantilla oculta parte de lo que hay que ver: {reason}.',
  'rule.no-distribution': 'No hay una distribución de CloudFront.',
  'rule.no-worker': 'No hay un trabajador que descargue los cortes.',
  'rule.no-schedule': 'Ninguna programación activa arranca al trabajador.',
  'rule.no-s3-origin': 'La distribución no sirve desde un bucket de S3.',
  'rule.no-bucket': 'La distribución sirve desde {bucket}, que no existe en las plantillas.',

  'rule.unaltered-content.how':
    'Todo comportamiento sirve desde la raíz de un mismo bucket, ningún error se vuelve página, y ninguno lleva Lambda@Edge ni una función sobre la respuesta: nada puede cambiar un archivo entre S3 y quien lo lee. Un servidor web no filtra cuerpos, no pasa peticiones a otro y no contesta con otra página.',
  'rule.unaltered-content.met':
    '{count, plural, one {El único comportamiento entrega} other {Los # comportamientos entregan}} los archivos sin función que los cambie.',
  'rule.unaltered-content.lambda-edge': 'Una función Lambda@Edge en {path} puede cambiar el contenido.',
  'rule.unaltered-content.response': 'Una función en {path} actúa sobre la respuesta ({event}).',
  'rule.unaltered-content.elsewhere': '{path} se sirve desde {id}, que no es el bucket del sitio.',
  'rule.unaltered-content.folder':
    '{path} se sirve desde la carpeta {folder} de su origen, no desde su raíz.',
  'rule.unaltered-content.error-page': 'El borde contesta el error {status} con {by}.',
  'rule.unaltered-content.staging':
    'Una política de despliegue continuo manda a parte de los lectores a otra distribución: no se ve lo que sirve.',

  'rule.opening-gate.how':
    'Los ajustes del trabajador son de esta convocatoria y abren exactamente en su apertura, y en todo comportamiento la función del borde de difusor decide con el puntero qué se sirve; un servidor web sirve el enlace live del trabajador.',
  'rule.opening-gate.met': 'El trabajador abre en {opening} y ni un instante antes.',
  'rule.opening-gate.no-settings':
    'El trabajador no lleva los ajustes (DIFUSOR_SETTINGS) que fijan la apertura.',
  'rule.opening-gate.no-window':
    'Los ajustes del trabajador no tienen ventana de elección que abra en {opening}.',
  'rule.opening-gate.other-time': 'El trabajador abre en {opensAt}; la convocatoria, en {opening}.',
  'rule.opening-gate.other-call': 'Los ajustes del trabajador son de {got}; la convocatoria es {call}.',
  'rule.opening-gate.no-gate':
    'En {path} ninguna función del borde lee el puntero que mantiene cerrado el sitio.',
  'rule.opening-gate.other-code': 'La función del borde no es la de difusor: nadie puede saber qué contesta.',
  'rule.opening-gate.code-not-compared': 'El código de la función del borde no se comparó con el de difusor.',

  'rule.schedule-cadence.how':
    'Dentro de la ventana de la convocatoria, alguna programación activa arranca al trabajador al menos tan seguido como sale un corte.',
  'rule.schedule-cadence.met': 'Arranca al menos cada {every} min; sale un corte cada {cadence} min.',
  'rule.schedule-cadence.slow': 'Arranca cada {every} min; sale un corte cada {cadence} min.',
  'rule.schedule-cadence.other':
    'El trabajador cuenta con un corte cada {got} min; en la convocatoria sale uno cada {cadence} min.',
  'rule.schedule-cadence.silent': 'La convocatoria no fija cada cuánto sale un corte.',

  'rule.schedule-window.how':
    'Las programaciones activas, dentro de la ventana de elección del propio trabajador, cubren sin huecos de la apertura al cierre, en una zona IANA con la misma diferencia horaria que la de la convocatoria.',
  'rule.schedule-window.met': 'Cubre de {opening} a {closing}.',
  'rule.schedule-window.hole':
    'Desde {at} ninguna programación activa arranca al trabajador dentro de su ventana de elección.',
  'rule.schedule-window.zone': 'La programación está en la zona {zone}; debe tener la hora de {expected}.',
  'rule.schedule-window.no-closing':
    'La convocatoria no fija el cierre: no se puede saber si la ventana basta.',

  'rule.public-access.how':
    'La distribución está activa, ningún comportamiento exige direcciones firmadas, no hay restricción por país, y la ACL web deja pasar por omisión y no rechaza a ningún lector; un servidor web no pide contraseña, no niega direcciones y toma al menos 20 peticiones por segundo de una.',
  'rule.public-access.met': 'Cualquiera lee sin firma ni restricción por país.',
  'rule.public-access.signed': 'Para leer {path} hace falta una dirección firmada.',
  'rule.public-access.geo': 'La distribución restringe por país.',
  'rule.public-access.block': 'La ACL web bloquea por omisión.',
  'rule.public-access.disabled': 'La distribución está apagada.',
  'rule.public-access.turns-away':
    'La regla {name} de la ACL web rechaza lectores{whom, select, everyone {} other { por país}}.',
  'rule.public-access.low-rate':
    'La ACL web rechaza a una dirección desde {limit} peticiones en cinco minutos; una compartida puede llevar {floor}.',

  'rule.latest-cut.how':
    'En todo comportamiento la función del borde lee el mismo almacén clave-valor en que escribe un trabajador que nunca corre dos veces a la vez, y ese trabajador publica en el bucket desde el que sirve la distribución. Un servidor web sirve el enlace live de un solo trabajador, que vuelve a arrancar por sí mismo.',
  'rule.latest-cut.met': 'Un solo trabajador a la vez mueve el puntero que lee el borde.',
  'rule.latest-cut.no-pointer': 'Un comportamiento no tiene función del borde que lea un puntero.',
  'rule.latest-cut.other-bucket':
    'El trabajador no publica (SITE_BUCKET) en el bucket desde el que sirve la distribución.',
  'rule.latest-cut.no-put': 'El trabajador no tiene permiso de escribir en el bucket en que publica.',
  'rule.latest-cut.no-writer': 'Ningún trabajador escribe el puntero que lee el borde.',
  'rule.latest-cut.concurrent':
    'El trabajador puede correr varias veces a la vez: su concurrencia reservada debe ser 1.',

  'rule.rehearsal-windows.how':
    'Hay al menos un simulacro con fecha, y el día de cada uno una programación activa arranca al trabajador dentro de una ventana de simulacro de sus propios ajustes.',
  'rule.rehearsal-windows.met': 'El simulacro del {date} tiene programación.',
  'rule.rehearsal-windows.none-named': 'Ni la convocatoria ni difusor.yaml dan la fecha de un simulacro.',
  'rule.rehearsal-windows.uncovered':
    'El día del simulacro, {date}, ninguna programación arranca al trabajador dentro de una ventana de simulacro.',

  'rule.fixed-ip.how':
    'De las subredes del trabajador no se sale más que por puertas NAT con IP elásticas que se conservan al borrar la pila.',
  'rule.fixed-ip.met': 'El trabajador sale por esta IP elástica, que se conserva.',
  'rule.fixed-ip.no-network': 'El trabajador no está en una red propia: sale por direcciones que cambian.',
  'rule.fixed-ip.open': 'Una ruta deja salir al trabajador sin pasar por la IP fija.',
  'rule.fixed-ip.no-way-out': 'El camino por HTTPS del trabajador a una IP elástica no está completo.',
  'rule.fixed-ip.not-retained': 'La IP elástica se pierde al borrar la pila (falta DeletionPolicy: Retain).',

  'rule.results-kept.how':
    'Ninguna regla del bucket del sitio borra archivos antes del fin de la publicación, contado desde un día antes de la apertura; en un servidor, el corte vigente está en una carpeta que sobrevive a los contenedores.',
  'rule.results-kept.met': 'El bucket borra por edad, pero nada de menos de {needed} días.',
  'rule.results-kept.for-good': 'El bucket del sitio no borra nada por edad.',
  'rule.results-kept.expires':
    'El bucket borra a los {days} días lo que empieza con «{folder}»; hacen falta {needed}.',
  'rule.results-kept.silent': 'La convocatoria no dice hasta cuándo se muestran los resultados.',
  'rule.static-hosting.how':
    'El bucket de S3 desde el que sirve la distribución tiene WebsiteConfiguration con documento índice.',
  'rule.static-hosting.met': 'El alojamiento de sitios estáticos está activado (índice {index}).',
  'rule.static-hosting.off': 'El bucket no tiene activado el alojamiento de sitios estáticos.',
  'rule.static-hosting.no-index': 'El alojamiento de sitios estáticos no tiene documento índice.',

  'rule.edge-revalidates.how':
    'Cada comportamiento tiene TTL mínimo y por omisión de 0 y máximo de un día, o la pila declara per-cut y la clave lleva el corte; y los errores 403, 404, 500, 502, 503 y 504 no se guardan.',
  'rule.edge-revalidates.met-revalidate': 'El borde pregunta siempre al origen y no guarda errores.',
  'rule.edge-revalidates.met-per-cut':
    'El borde guarda cada archivo solo mientras dura su corte, y no guarda errores.',
  'rule.edge-revalidates.no-policy':
    'El comportamiento {path} usa una política de caché que no existe en las plantillas.',
  'rule.edge-revalidates.kept':
    'El borde guarda {path} sin preguntar: TTL mínimo {min} s, por omisión {default} s.',
  'rule.edge-revalidates.open-end':
    'El borde puede guardar {path} por {max} s si el origen lo dice; lo más es un día.',
  'rule.edge-revalidates.stored-age':
    'El trabajador guarda {path} con Cache-Control «{value}», que la convocatoria no pide.',
  'rule.edge-revalidates.no-cut-in-key':
    'El borde guarda {path} (mínimo {min} s, por omisión {default} s) sin el corte en la clave.',
  'rule.edge-revalidates.error-kept': 'El borde guarda el error {status} por {seconds} s.',

  'rule.path-header.how':
    'Cada cabecera que pide la convocatoria está, con su valor exacto y por encima del origen, en los comportamientos que sirven su ruta, en el orden en que CloudFront los elige; o en el bloque del servidor web que decide para esa ruta, una sola vez.',
  'rule.path-header.met': '{path} lleva {name}: {value}.',
  'rule.path-header.missing': 'Falta {name}: {value} para {path} en el comportamiento {behavior}.',
  'rule.path-header.other-value':
    '{name} dice «{got}» en el comportamiento {behavior}; para {path} debe decir «{value}».',
  'rule.path-header.no-override': '{name} cede ante lo que mande el origen en el comportamiento {behavior}.',
  'rule.path-header.silent': 'La convocatoria no pide cabeceras.',

  'rule.safe-credentials.how':
    'Las credenciales están en Secrets Manager; el rol del trabajador lee ese secreto y ningún otro, no borra, no tiene acciones con comodín; y ninguna plantilla trae un secreto escrito.',
  'rule.safe-credentials.met': 'Solo el trabajador lee este secreto de Secrets Manager.',
  'rule.safe-credentials.none': 'El trabajador no toma sus credenciales de un secreto.',
  'rule.safe-credentials.missing':
    'El trabajador apunta a {secret}, que no es un secreto de Secrets Manager.',
  'rule.safe-credentials.no-grant': 'El trabajador no tiene permiso de leer {secret}.',
  'rule.safe-credentials.other': 'El trabajador puede leer otros secretos: {target}.',
  'rule.safe-credentials.wildcard': 'El rol del trabajador permite acciones con comodín: {action}.',
  'rule.safe-credentials.delete': 'El rol del trabajador permite borrar: {action}.',
  'rule.safe-credentials.reader': 'También puede leer el secreto {reader}.',
  'rule.safe-credentials.power': 'El rol del trabajador puede más de lo que necesita: {action}.',
  'rule.safe-credentials.literal': 'Hay un secreto escrito en la plantilla, en {path}.',

  'rule.https-certificate.how':
    'El dominio es alias de la distribución, un certificado de us-east-1 lo cubre, TLS es 1.2 (2021) o posterior y ningún comportamiento contesta por HTTP.',
  'rule.https-certificate.met': '{domain} contesta solo por HTTPS, con TLS 1.2 o posterior.',
  'rule.https-certificate.live':
    'El certificado {arn} es ajeno a la plantilla: sus nombres se comprueban en vivo.',
  'rule.https-certificate.no-alias': '{domain} no es alias de la distribución.',
  'rule.https-certificate.none': 'La distribución no tiene certificado propio.',
  'rule.https-certificate.missing': 'La distribución usa {certificate}, que no existe en las plantillas.',
  'rule.https-certificate.region': 'El certificado es de {region}; CloudFront solo los toma de us-east-1.',
  'rule.https-certificate.other-name': 'El certificado no cubre {domain}.',
  'rule.https-certificate.old-tls': 'Se acepta TLS desde {version}; el mínimo es {floor}.',
  'rule.https-certificate.plain-http': 'El comportamiento {path} contesta también por HTTP.',

  'rule.shield.how':
    'La distribución declara en qué nivel de AWS Shield se apoya; si es Advanced, hay protección para ella y para cada IP fija.',
  'rule.shield.standard': 'Declara AWS Shield Standard, que CloudFront incluye.',
  'rule.shield.advanced':
    'Declara AWS Shield Advanced, con {count, plural, one {un recurso protegido} other {# recursos protegidos}}.',
  'rule.shield.not-stated': 'La distribución no declara un nivel de AWS Shield.',
  'rule.shield.unprotected': 'Se declara Shield Advanced y este recurso no tiene protección.',

  'rule.web-firewall.how':
    'La distribución tiene una ACL web de alcance CLOUDFRONT con los grupos de AWS (reputación de IP, comunes y entradas maliciosas) en vigor, una regla de tasa y bitácora; o el servidor web, ModSecurity en vigor.',
  'rule.web-firewall.met':
    'ACL web con {count, plural, one {un grupo administrado} other {# grupos administrados}} en vigor, regla de tasa y bitácora.',
  'rule.web-firewall.none': 'La distribución no tiene ACL web.',
  'rule.web-firewall.missing': 'La distribución usa la ACL web {firewall}, que no existe en las plantillas.',
  'rule.web-firewall.outside': 'La ACL web {firewall} es ajena a las plantillas: no se ven sus reglas.',
  'rule.web-firewall.scope': 'La ACL web es de alcance {scope}; para CloudFront debe ser CLOUDFRONT.',
  'rule.web-firewall.no-group': 'Falta el grupo administrado {group}.',
  'rule.web-firewall.counts': 'El grupo {group} solo cuenta, no bloquea.',
  'rule.web-firewall.weakened':
    'Algunas reglas del grupo {group} solo cuentan, dejan pasar o están excluidas.',
  'rule.web-firewall.lets-past': 'La regla {name} deja pasar peticiones antes de los grupos administrados.',
  'rule.web-firewall.no-rate': 'No hay una regla de tasa.',
  'rule.web-firewall.no-log': 'La ACL web no deja bitácora.',

  'rule.origin-access-control.how':
    'La distribución firma cada petición al bucket (OAC), el bucket bloquea el acceso público y su política solo deja leer a esa distribución.',
  'rule.origin-access-control.met': 'Solo la distribución lee el bucket, con peticiones firmadas.',
  'rule.origin-access-control.website': 'El origen es el sitio web de S3, que exige un bucket público.',
  'rule.origin-access-control.unsigned': 'El origen no tiene un control de acceso que firme cada petición.',
  'rule.origin-access-control.open': 'El bucket no bloquea del todo el acceso público.',
  'rule.origin-access-control.other-reader':
    '{kind, select, public {La política del bucket deja leer a cualquiera.} other {La política del bucket deja leer a alguien más que la distribución.}}',
  'rule.origin-access-control.any-distribution':
    'La política del bucket deja leer a otra distribución, o a cualquiera.',
  'rule.origin-access-control.other-writer':
    '{kind, select, public {La política del bucket deja escribir a cualquiera.} other {La política del bucket deja escribir a alguien más que el trabajador.}}',
  'rule.origin-access-control.no-reader': 'La política del bucket no deja leer a la distribución.',

  'rule.access-logs.how':
    'La distribución o el servidor web deja bitácora de accesos, que dura hasta 30 días después del último día con estadísticas.',
  'rule.access-logs.met': 'La bitácora se guarda {days} días; hacen falta {needed}.',
  'rule.access-logs.for-good': 'La bitácora se guarda sin fecha de borrado.',
  'rule.access-logs.short': 'La bitácora se guarda {days} días; hacen falta {needed}.',
  'rule.access-logs.none': 'El sitio no deja bitácora de accesos.',
  'rule.access-logs.silent': 'La convocatoria no pide estadísticas ni bitácoras.',

  'rule.take-down-alarm.how':
    'Una alarma sobre CutAgeSeconds avisa antes del límite: umbral más demora no pasan de los minutos tras los que el Instituto interrumpe.',
  'rule.take-down-alarm.met': 'Avisa a los {minutes} min; el límite es de {limit} min.',
  'rule.take-down-alarm.late': 'Avisaría a los {minutes} min; el límite es de {limit} min.',
  'rule.take-down-alarm.none': 'Ninguna alarma vigila la edad del corte ({metric}).',
  'rule.take-down-alarm.not-above': 'La alarma no salta cuando la edad del corte sube.',
  'rule.take-down-alarm.other-series':
    'La alarma no vigila el máximo de la serie que manda el trabajador (espacio {namespace}, dimensión {dimension}, en segundos).',
  'rule.take-down-alarm.unheard': 'En las plantillas nadie está suscrito a este tema de avisos.',
  'rule.take-down-alarm.silent-alarm': 'La alarma no avisa a nadie.',
  'rule.take-down-alarm.silent': 'La convocatoria no fija tras cuánto tiempo interrumpe.',

  'rule.take-down-notice.how':
    'En cada comportamiento, la función de la petición lee el puntero: un solo cambio pone el aviso en lugar de toda página; el servidor web sirve el enlace live del trabajador.',
  'rule.take-down-notice.met':
    '{count, plural, one {El único comportamiento puede} other {Los # comportamientos pueden}} mostrar el aviso con un cambio del puntero.',
  'rule.take-down-notice.other-limit':
    'El trabajador cuenta con la interrupción a los {got} min; la convocatoria la fija a los {limit} min.',
  'rule.take-down-notice.no-function': 'El comportamiento {path} no lee el puntero: no mostraría el aviso.',

  'rule.package-archive.how':
    'El trabajador escribe en un bucket aparte del sitio, con versiones, que se conserva al borrar la pila y donde nada caduca; en un servidor, en una carpeta que nadie más escribe ni sirve.',
  'rule.package-archive.met': 'Cada paquete se guarda aquí, con versiones y sin caducidad.',
  'rule.package-archive.none': 'El trabajador no guarda los paquetes en un bucket aparte del sitio.',
  'rule.package-archive.unversioned':
    'El archivo de paquetes no guarda versiones: uno podría reemplazar a otro.',
  'rule.package-archive.not-retained': 'El archivo de paquetes se borra con la pila.',
  'rule.package-archive.expires': 'El archivo de paquetes borra a los {days} días.',

  'verdict.institute': 'Es deber del Instituto.',
  'verdict.other-delivery': 'Solo obliga con otro modo de entrega; aquí es {delivery}.',
  'verdict.live': 'Solo se prueba en el sistema en marcha; falta la evidencia.',
  'verdict.document': 'Se prueba con un documento; falta en el expediente.',
  'verdict.human': 'La prueba una persona; falta su evidencia.',
  'verdict.no-rule': 'Ninguna regla la prueba todavía con una plantilla.',
  'verdict.unknown-rule': 'La regla {rule} no existe.',
  'verdict.params': 'Los parámetros de la regla {rule} no son válidos: {reason}.',
  'verdict.threw': 'La regla {rule} falló: {reason}.',
  'verdict.waived': 'Dispensada hasta el {expires} por {owner}: {reason}',
  'verdict.waiver-expired': 'La dispensa de {owner} venció el {expires} y ya no cuenta.',
} as const;
