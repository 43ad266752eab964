/** What each key of difusor.yaml is for, as editors show it from the JSON Schema. */
export const schema = {
  'schema.difusor.title': 'difusor.yaml',
  'schema.difusor.description':
    'La configuración de un difusor oficial del PREP: una convocatoria, un sitio y una fuente.',
  'schema.difusor.key.convocatoria':
    'Convocatoria que se cumple: id (bcs-2024) o carpeta propia dentro de la de este archivo.',
  'schema.difusor.key.name':
    'Base de los nombres de las pilas. Si falta: difusor- y el id de la convocatoria.',
  'schema.difusor.key.institution': 'El difusor.',
  'schema.difusor.key.institution.name': 'Nombre de la institución o del medio.',
  'schema.difusor.key.institution.url': 'Su sitio público, con https.',
  'schema.difusor.key.domain': 'Nombre público del sitio de resultados.',
  'schema.difusor.key.certificate':
    'Certificado HTTPS: uno que ya existe (arn), o la zona DNS para crearlo (hostedZone).',
  'schema.difusor.key.certificate.arn': 'ARN en us-east-1 de un certificado de ACM que ya existe.',
  'schema.difusor.key.certificate.hostedZone':
    'Zona de Route 53 en la que se valida el certificado y se crean los registros.',
  'schema.difusor.key.certificate.hostedZone.id': 'Id de la zona, p. ej. Z0123456789ABCDEFGHIJ.',
  'schema.difusor.key.certificate.hostedZone.name': 'Nombre de la zona, p. ej. example.org.',
  'schema.difusor.key.region': 'Región de lo que CloudFront no ata a us-east-1.',
  'schema.difusor.key.account': 'Cuenta de AWS: 12 cifras entre comillas. Si falta, se sintetiza sin cuenta.',
  'schema.difusor.key.source': 'De dónde vienen los paquetes del instituto; kind dice las demás claves.',
  'schema.difusor.key.source.kind':
    'https, s3 o sftp: se descargan; rsync: se copia un árbol; inbox: el instituto los deja en este equipo.',
  'schema.difusor.key.source.host': 'Servidor del instituto: solo el nombre.',
  'schema.difusor.key.source.port': 'Puerto TCP. Si falta, el usual: https 443, ssh y sftp 22, rsync 873.',
  'schema.difusor.key.source.path':
    'Ruta del paquete en el servidor, con / inicial; por sftp, con / al final es una carpeta y cuenta el más nuevo por su nombre. En inbox: carpeta de este equipo, absoluta o desde la de este archivo.',
  'schema.difusor.key.source.auth':
    'Cómo se presentan las credenciales del secreto; role: con la identidad del propio trabajador.',
  'schema.difusor.key.source.secretName':
    'Nombre del secreto con las credenciales, nunca su valor. Si falta: name y /source.',
  'schema.difusor.key.source.bucket': 'Bucket de S3 del instituto.',
  'schema.difusor.key.source.region': 'Región de ese bucket.',
  'schema.difusor.key.source.key':
    'Clave del paquete; con / al final, carpeta de la que se toma el más nuevo por su nombre.',
  'schema.difusor.key.source.username': 'Usuario en el servidor del instituto.',
  'schema.difusor.key.source.hostKeys':
    'Huellas SHA256 de las llaves del servidor, confirmadas con el instituto; con otra no se manda ninguna credencial.',
  'schema.difusor.key.source.via': 'ssh: cifrado; daemon: rsyncd, sin cifrar.',
  'schema.difusor.key.source.form':
    'archive: cada archivo es un paquete; tree: la carpeta misma es el sitio. Si falta: archive.',
  'schema.difusor.key.source.complete':
    'Qué dice que un envío terminó: rename (llega con nombre temporal y se renombra), marker o quietSeconds.',
  'schema.difusor.key.source.complete.marker':
    'Final del nombre del archivo que llega después del paquete (.ok); en un árbol, nombre del que llega al último.',
  'schema.difusor.key.source.complete.quietSeconds': 'Segundos sin ningún cambio.',
  'schema.difusor.key.package': 'Cómo es un paquete y qué se revisa antes de publicarlo.',
  'schema.difusor.key.package.cutTime':
    'Dónde se lee la hora del corte: en el nombre del paquete (si falta), al llegar, en un JSON o en un CSV.',
  'schema.difusor.key.package.cutTime.json': 'Archivo JSON del paquete.',
  'schema.difusor.key.package.cutTime.pointer': 'JSON Pointer a la hora, p. ej. /fecha.',
  'schema.difusor.key.package.cutTime.csv': 'Archivo CSV del paquete; la hora está arriba de la tabla.',
  'schema.difusor.key.package.maxMib': 'MiB que puede pesar un paquete.',
  'schema.difusor.key.package.mustContain':
    'Archivos sin los que un corte no está completo. Si falta, no se exige ninguno.',
  'schema.difusor.key.package.incremental':
    'true: un paquete trae solo lo que cambió. Si falta, lo que diga la convocatoria; un árbol siempre es todo.',
  'schema.difusor.key.package.sidecar':
    'Huella que viene en un archivo al lado del paquete, con su mismo nombre y esta terminación.',
  'schema.difusor.key.package.digests': 'Lista de huellas que viene en el paquete.',
  'schema.difusor.key.package.digests.file': 'El archivo con la lista, como la escribe sha256sum o md5sum.',
  'schema.difusor.key.package.digests.algorithm': 'Con qué se hicieron las huellas.',
  'schema.difusor.key.package.actas': 'Cada imagen de acta contra la huella que da la base de datos.',
  'schema.difusor.key.package.actas.csv': 'La base de datos, p. ej. bd/*.zip!/*.csv.',
  'schema.difusor.key.package.actas.column': 'Su columna con la huella, p. ej. SHA o CODIGO_INTEGRIDAD.',
  'schema.difusor.key.package.actas.images': 'Las imágenes, p. ej. actas/*.jpg.',
  'schema.difusor.key.stable':
    'Carpetas cuyos archivos nunca cambian de contenido con el mismo nombre, p. ej. /actas/: se publican una vez.',
  'schema.difusor.key.retention':
    'Cuánto se guarda un corte que ya no se muestra. Si falta, los cortes se quedan.',
  'schema.difusor.key.retention.hours':
    'Horas, al menos 24. En AWS nunca menos que del primer simulacro al fin de la publicación, y una semana.',
  'schema.difusor.key.publicUrl':
    'Dirección desde la que el trabajador mira el sitio tras publicar. Si falta: https:// y el dominio.',
  'schema.difusor.key.contacts':
    'Personas que responden por el sitio; al menos las que pida la convocatoria (bcs-2024, dos).',
  'schema.difusor.key.contacts.name': 'Nombre de la persona.',
  'schema.difusor.key.contacts.role': 'Su cargo o tarea.',
  'schema.difusor.key.contacts.email': 'Su correo.',
  'schema.difusor.key.contacts.phone': 'Su teléfono en forma internacional, p. ej. "+526121234567".',
  'schema.difusor.key.alarms': 'A quién se avisa.',
  'schema.difusor.key.alarms.email': 'Correo que recibe las alarmas.',
  'schema.difusor.key.edgeCache':
    'revalidate: el borde pregunta siempre al origen; per-cut: guarda cada objeto mientras dura su corte.',
  'schema.difusor.key.waf': 'Cortafuegos web.',
  'schema.difusor.key.waf.rateLimit': 'Límite de peticiones por dirección IP.',
  'schema.difusor.key.waf.rateLimit.requestsPer5Minutes': 'Peticiones por dirección IP en 5 minutos.',
  'schema.difusor.key.waf.rateLimit.action':
    'count: solo cuenta; block: bloquea (desde 20000, por las direcciones compartidas).',
  'schema.difusor.key.waf.anonymousIp': 'Activa el grupo administrado contra direcciones anónimas.',
  'schema.difusor.key.waf.antiDdos':
    'Activa el grupo administrado contra denegación de servicio (con costo).',
  'schema.difusor.key.shield': 'Nivel de AWS Shield.',
  'schema.difusor.key.shield.tier':
    'standard: sin costo y ya activo; advanced: con costo mensual y compromiso de un año.',
  'schema.difusor.key.shield.acceptsMonthlyPriceUsd':
    'Aceptación expresa del precio mensual de Shield Advanced, en USD.',
  'schema.difusor.key.network': 'Red del trabajador.',
  'schema.difusor.key.network.natPerZone': 'true: una IP fija por zona de disponibilidad; false: una sola.',
  'schema.difusor.key.archive': 'Archivo de los paquetes recibidos.',
  'schema.difusor.key.archive.objectLockDays': 'Días en que nadie puede borrar un paquete.',
  'schema.difusor.key.embedding': 'Quién puede enmarcar el sitio.',
  'schema.difusor.key.embedding.frameAncestors': "Orígenes: 'self', 'none', * o https://nombre.",
  'schema.difusor.key.tags': 'Etiquetas de AWS para todos los recursos.',
  'schema.difusor.key.waivers': 'Cláusulas que no se cumplen con acuerdo del instituto.',
  'schema.difusor.key.waivers.clause': 'Id de un deber de la convocatoria, p. ej. II.c.1.',
  'schema.difusor.key.waivers.reason': 'Por qué no se cumple.',
  'schema.difusor.key.waivers.owner': 'Quién responde por la dispensa.',
  'schema.difusor.key.waivers.expires': 'Último día en que vale, en la zona de la convocatoria.',
  'schema.difusor.key.dates': 'Fechas de una elección posterior a la de la convocatoria.',
  'schema.difusor.key.dates.electionDay': 'Día de la elección.',
  'schema.difusor.key.dates.opening': 'Instante antes del cual nada se publica.',
  'schema.difusor.key.dates.closing': 'Instante del último corte.',
  'schema.difusor.key.dates.holdUntil': 'Instante hasta el que los resultados siguen publicados.',
  'schema.difusor.key.dates.rehearsals': 'Días de los simulacros.',
  'schema.difusor.key.dates.statistics': 'Días de los que se deben estadísticas de visitas.',
  'schema.difusor.key.dates.statistics.from': 'Primer día.',
  'schema.difusor.key.dates.statistics.to': 'Último día.',
  'schema.difusor.key.dates.deadlines':
    'Último día de un plazo de la convocatoria, por el id del plazo, p. ej. memoria-tecnica.',
  'schema.difusor.key.cadenceMinutes': 'Minutos entre dos cortes; solo si la convocatoria no lo dice.',
  'schema.difusor.key.takeDownMinutes':
    'Minutos de falla tras los que el instituto interrumpe; solo si la convocatoria no lo dice.',
} as const;
