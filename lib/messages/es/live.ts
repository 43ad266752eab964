/** What an audit measures, how each rule judges it, and what could not be measured. */
export const live = {
  'rule.live.none': 'Nadie ha medido el sitio en marcha. Corra difusor audit.',
  'rule.live.no-front': 'Ninguna dirección de {domain} contestó por HTTPS ({at}).',
  'rule.live.unmeasured':
    'No se midió {what, select, cores {cuántos núcleos hay} processorSpeed {la frecuencia del procesador} memory {la memoria} disks {los discos} free {el espacio libre} system {el sistema operativo} docker {Docker} time {la sincronía del reloj} timeFromHere {el reloj contra el de este equipo} root {lo que sudo permite} link {la velocidad de la tarjeta de red} packages {el tamaño de los paquetes} official {el sitio oficial desde el servidor} upload {la velocidad de subida} download {la velocidad de bajada} addresses {la dirección del servidor} domain {a dónde lleva el nombre del sitio} tls {el certificado} home {la página de inicio} fresh {la cabecera en la respuesta completa} revalidated {la cabecera en la respuesta 304} page {la página con el marco} redirect {lo que contesta HTTP} missing {lo que contesta a una dirección inventada} fronts {a dónde lleva el nombre del sitio} framing {si el sitio oficial se deja enmarcar} other {{what}}}: {why, select, notAsked {no se pidió} unreachable {no hubo conexión; revise dirección, puerto y cortafuegos} hostKey {el servidor mostró otra llave que la de difusor.yaml; averigüe por qué antes de seguir} refused {no se permitió; use una cuenta que pueda} timeOut {no contestó a tiempo; repita} tool {falta un programa en el servidor; instálelo} unread {la respuesta no se entiende} untold {el equipo no lo dice; pida constancia a quien lo arrienda} window {hay una publicación en curso; mida fuera de ella, o con --force} nothingThere {todavía no hay nada que medir; repita tras el primer corte o simulacro} other {{why}}} ({detail}; {at}).',

  'rule.live-processor.how':
    'Por SSH: nproc da los núcleos lógicos, y la frecuencia sale del nombre del modelo, si no de lscpu, si no de /proc/cpuinfo. Se toleran 1 % menos de frecuencia.',
  'rule.live-processor.silent': 'La convocatoria no pide un procesador.',
  'rule.live-processor.cores': 'Hay {count} núcleos lógicos; se piden {floor} ({at}).',
  'rule.live-processor.speed':
    'El procesador es de {gigahertz} GHz según {from, select, name {su modelo} maximum {su máximo} other {su marcha actual}}; se piden {floor} ({at}).',

  'rule.live-memory.how':
    'Por SSH: MemTotal de /proc/meminfo, que no cuenta lo que el núcleo y el firmware apartan; por eso basta 93 % de lo pedido, en gigabytes de 10⁹ bytes.',
  'rule.live-memory.silent': 'La convocatoria no pide memoria.',
  'rule.live-memory.has': 'Hay {gigabytes} GB de memoria a la vista; se piden {floor}, y basta 93 % ({at}).',

  'rule.live-disk.how':
    'Por SSH: df da lo libre en la carpeta del difusor y lsblk los discos con su clase, en gigabytes de 10⁹ bytes. Un disco virtual que dice girar no dice nada: queda indeterminado.',
  'rule.live-disk.silent': 'La convocatoria no pide disco.',
  'rule.live-disk.free': 'Hay {gigabytes} GB libres; se piden {floor} ({at}).',
  'rule.live-disk.total':
    'Los discos{solidState, select, true { de estado sólido} other {}} suman {gigabytes} GB; se piden {floor} ({at}).',
  'rule.live-disk.untold':
    'Los discos que dicen ser de estado sólido suman {gigabytes} GB de {floor}; otros {untold} GB son virtuales y no lo dicen: pida constancia a quien los arrienda ({at}).',

  'rule.live-time.how':
    'Por SSH: chronyc tracking, si no timedatectl, dice si el reloj está sincronizado y cuánto se desvía; además se compara con el reloj de este equipo, con la mitad del viaje como error y 2 s de margen.',
  'rule.live-time.synchronized':
    'El reloj está sincronizado según {client}; desvío {offset, select, unknown {sin decir} other {{offset} ms}} ({at}).',
  'rule.live-time.adrift':
    'El reloj no está sincronizado según {client}; desvío {offset, select, unknown {sin decir} other {{offset} ms}} ({at}).',
  'rule.live-time.agrees': 'Va {offset} ms adelante del de este equipo, con error de {error} ms ({at}).',
  'rule.live-time.differs':
    'Va {offset} ms adelante del de este equipo, con error de {error} ms: uno de los dos relojes está mal ({at}).',

  'rule.live-link.how':
    'La tarjeta de red que acordó menos de lo pedido lo incumple; lo prueban solo transferencias reales de subida y de bajada, pues el enlace del proveedor puede ser más lento que la tarjeta. Una transferencia lenta no lo incumple: puede ser lento el enlace de este equipo.',
  'rule.live-link.silent': 'La convocatoria no pide un enlace.',
  'rule.live-link.card': 'La tarjeta de red acordó {megabits} Mb/s; se piden {floor} ({at}).',
  'rule.live-link.card-slow': 'La tarjeta de red acordó solo {megabits} Mb/s; se piden {floor} ({at}).',
  'rule.live-link.way':
    'Una transferencia de {way, select, upload {subida} other {bajada}} dio {megabits} Mb/s; se piden {floor}. Si dio menos, repita desde un equipo con mejor enlace ({at}).',

  'rule.live-upload.how':
    'Se sube tres veces un archivo de bytes al azar por sftp, con nombre que el trabajador ignora, y se borra; cuenta la mediana, en MB de 10⁶ bytes por segundo.',
  'rule.live-upload.silent': 'La convocatoria no pide una velocidad de recepción.',
  'rule.live-upload.fast':
    '{by, select, ingest {El sftp del instituto} other {El sshd del servidor}} recibió {megabytes} MB a {speed} MB/s, mediana de {runs}; se piden {floor} ({at}).',
  'rule.live-upload.slow':
    '{by, select, ingest {El sftp del instituto} other {El sshd del servidor}} recibió {megabytes} MB a solo {speed} MB/s, mediana de {runs}; se piden {floor}. Si el enlace de este equipo es más lento, repita desde otro ({at}).',

  'rule.live-package-room.how':
    'Por SSH: el paquete más grande de los guardados, por los cortes que se esperan, cabe en lo que está libre.',
  'rule.live-package-room.endless':
    'Ni la convocatoria ni difusor.yaml dicen cuántos cortes habrá: haga la cuenta a mano.',
  'rule.live-package-room.has':
    'Para {cuts} cortes como el más grande ({largest} MB) hacen falta {needed} GB; hay {free} GB libres ({at}).',

  'rule.live-system.how': 'Por SSH: /etc/os-release dice un sistema que la convocatoria admite.',
  'rule.live-system.fits': 'El servidor corre {name} {version} ({at}).',
  'rule.live-system.other': 'El servidor corre {name} {version}; se admite {admitted} ({at}).',

  'rule.live-docker.how': 'Por SSH: el motor de Docker contesta, y su servicio arranca con el servidor.',
  'rule.live-docker.none': 'No hay Docker ({at}).',
  'rule.live-docker.by-hand': 'Docker {version} corre, pero no arranca con el servidor ({at}).',
  'rule.live-docker.runs':
    'Docker {version} corre y arranca con el servidor{liveRestore, select, true {; los contenedores sobreviven a su reinicio} other {}} ({at}).',

  'rule.live-root-user.how': 'Por SSH: sudo -l de la cuenta del instituto, si no de quien administra.',
  'rule.live-root-user.has':
    'sudo da a {user} {rights, select, full {todo lo de root} limited {solo algunas órdenes} other {nada}} ({at}).',

  'rule.live-ports.how':
    'Se conecta a cada puerto desde donde usted dice estar. Hacen falta dos medidas, desde una dirección de confianza y desde otra cualquiera, unidas con --merge.',
  'rule.live-ports.seen':
    'El puerto {port}, desde una dirección {vantage, select, trusted {de confianza} other {cualquiera}}: {state, select, open {abierto} refused {nadie escucha, y nada lo filtra} other {sin respuesta}} ({at}).',
  'rule.live-ports.unseen':
    'El puerto {port} no se ha visto desde una dirección {vantage, select, trusted {de confianza} other {cualquiera}}: mida desde ahí y una con --merge.',

  'rule.live-path-header.how':
    'Se pide cada ruta por HTTPS a cada servidor, una vez completa y otra con su ETag: la cabecera viene una vez y con el valor exacto en ambas.',
  'rule.live-path-header.unasked': 'No se preguntó por {name} en {path}.',
  'rule.live-path-header.exact': '{path} contesta {status} con {name}: {value} ({at}).',
  'rule.live-path-header.other': '{path} contesta {status} con {name}: {got}; debe ser {value} ({at}).',

  'rule.live-site.how':
    'Se pide la página de inicio a cada servidor, y a cada dirección IPv6 que el DNS dé para el sitio (en AWS, también a las otras): contesta 200 por HTTPS, con certificado válido y sin TLS 1.0 ni 1.1, y HTTP manda a HTTPS. Una dirección que no contesta incumple.',
  'rule.live-site.trusted': 'El certificado vale para {domain} hasta {validTo}; se habló {protocol} ({at}).',
  'rule.live-site.untrusted': 'El certificado no vale para {domain}: {fault} ({at}).',
  'rule.live-site.old-tls': 'Todavía acepta TLS 1.0 o 1.1 ({at}).',
  'rule.live-site.answers': 'https://{domain}/ contesta {status} ({at}).',
  'rule.live-site.closed':
    'El sitio está cerrado (503): mida cuando esté abierto, por ejemplo en un simulacro ({at}).',
  'rule.live-site.redirects': 'http://{domain}/ manda a HTTPS: {status}, {location} ({at}).',
  'rule.live-site.no-redirect':
    'http://{domain}/ contesta {status}{location, select, none {} other { y manda a {location}}}; debe mandar a https://{domain}/ ({at}).',
  'rule.live-site.version':
    'Dice qué versión corre: {server}. Ninguna convocatoria lo prohíbe; conviene callarla ({at}).',
  'rule.live-site.no-ipv6':
    'El DNS no da dirección IPv6 para {domain}: nadie va a donde no se contesta ({at}).',
  'rule.live-site.ipv6-dead':
    'El DNS da para {domain} la dirección IPv6 {address}, que no atiende por HTTPS ({state, select, refused {rechaza la conexión} silent {no contesta} other {{state}}}): quien navega por IPv6 espera o no entra. Quite ese registro AAAA ({at}).',
  'rule.live-site.dead':
    'El DNS da para {domain} la dirección {address}, que no atiende por HTTPS ({state, select, refused {rechaza la conexión} silent {no contesta} other {{state}}}). Corrija el registro, o el servicio ({at}).',
  'rule.live-site.untried':
    'El DNS da para {domain} la dirección {address}, y desde este equipo no hay camino a ella ({detail}). Mida desde una red con IPv6, o quite el registro AAAA si nada contesta ahí ({at}).',

  'rule.live-content.how':
    'Se pide una dirección inventada: contesta con un error, no con una página. Que lo publicado sea copia fiel no se ve desde fuera: lo compara una persona.',
  'rule.live-content.absent': 'A una dirección inventada contesta {status} ({at}).',
  'rule.live-content.invented':
    'A una dirección inventada contesta {status}: muestra algo que el Instituto no entregó; debe ser 404 ({at}).',

  'rule.live-frame-page.how':
    'Se pide la página de inicio: muestra en un marco encerrado el sitio oficial de difusor.yaml, con título y liga, y su política solo deja enmarcar ese sitio.',
  'rule.live-frame-page.unasked': 'No se miró la página.',
  'rule.live-frame-page.none': 'La página de inicio no tiene un marco ({at}).',
  'rule.live-frame-page.shows': 'La página en marcha enmarca {source} ({at}).',
  'rule.live-frame-page.other': 'La página en marcha enmarca {source}; debe ser {official} ({at}).',

  'rule.live-public-address.how':
    'La dirección del servidor en difusor.yaml, o la que da su nombre, es de la Internet pública.',
  'rule.live-public-address.public': 'Su dirección es pública: {addresses} ({at}).',
  'rule.live-public-address.reserved': 'Su dirección no es pública: {addresses} ({at}).',

  'rule.live-domain.how':
    'El DNS da, para el nombre del sitio, la dirección de cada servidor y ninguna otra.',
  'rule.live-domain.leads': '{domain} lleva a este servidor; el DNS da {addresses} ({at}).',
  'rule.live-domain.elsewhere': '{domain} no lleva a este servidor; el DNS da {addresses} ({at}).',
  'rule.live-domain.strange':
    '{domain} lleva también a direcciones ajenas a difusor.yaml: {addresses} ({at}).',

  'rule.live-framing.how':
    'Las cabeceras del sitio oficial permiten mostrarlo en un marco de la página propia, y cada servidor, donde los hay, obtiene de él 200.',
  'rule.live-framing.unasked': 'No se preguntó al sitio oficial.',
  'rule.live-framing.reaches': 'El sitio oficial contesta {status} al servidor ({at}).',
  'rule.live-framing.allowed': 'El sitio oficial permite el marco ({at}).',
  'rule.live-framing.refused':
    'El sitio oficial no permite el marco: {header}: {value}. Avise al instituto ({at}).',

  'cli.audit':
    'mide el sitio en marcha contra la convocatoria: desde fuera, y por SSH los servidores propios',
  'cli.audit.host': 'solo este servidor de difusor.yaml',
  'cli.audit.vantage':
    'desde dónde se mide: trusted, una dirección de confianza o propia; untrusted, cualquier otra. Sin esto no se prueban los puertos',
  'cli.audit.merge': 'une medidas anteriores (JSON de audit), por ejemplo de la otra dirección',
  'cli.audit.upload-mb': 'MB del archivo que se sube para medir, de 0 (no se mide) a 1000',
  'cli.audit.identity': 'llave privada de quien administra, sin contraseña (si no, la del agente de SSH)',
  'cli.audit.ingest-identity': 'llave privada que el sftp del instituto admite, para medir ese servicio',
  'cli.audit.force': 'sube el archivo también durante una publicación',
  'cli.check.live': 'juzga también con esta medida del sitio en marcha (JSON de difusor audit)',
  'cli.audit.no-host': 'difusor.yaml no tiene un servidor llamado {host}; hay: {known}.',
  'cli.audit.no-document': '{path} no es una medida de difusor audit ({reason}).',
  'cli.audit.other-document':
    '{path} mide {domain} para {convocatoria}, que no es este sitio o esta convocatoria.',
  'cli.audit.no-identity': 'No pude leer la llave {path}: {reason}.',
} as const;
