/** What is wrong with servers and frames in a difusor.yaml, how to mend it, and what their keys say. */
export const serverConfig = {
  'frame.title': 'Resultados electorales preliminares · {institute}',
  'problem.key-of-aws': '{name} es de AWS, y este archivo describe servidores propios (server).',
  'problem.key-of-aws.remedy':
    'Quite {name}{last, select, certificate {; el certificado va en server.tls} waf {; el límite de peticiones va en server.web.rateLimit} email {; el aviso va en alarms.webhookFile} other {}}.',
  'problem.key-of-servers': '{name} es de servidores propios, y este archivo no los describe (server).',
  'problem.key-of-servers.remedy': 'Quite {name}; en AWS el aviso llega por alarms.email.',
  'problem.key-of-packages':
    '{name} es de quien recibe paquetes; con frame la página solo muestra el sitio oficial.',
  'problem.key-of-packages.remedy': 'Quite {name}, o quite frame si el instituto le entrega paquetes.',
  'problem.delivery-not-the-calls':
    'Los resultados llegarían por {got, select, pull {descarga} push {envío del instituto} frame {marco} other {{got}}} ({got}); la convocatoria {convocatoria} acepta: {allowed}.',
  'problem.delivery-not-the-calls.remedy':
    '{allowed, select, pull {Describa en source de dónde se descargan.} other {Describa server.ingest (push) o frame, según lo que acepte.}}',
  'problem.host-name':
    'No es un nombre de servidor: recibí {got}; se aceptan hasta 20 minúsculas, cifras y guiones sencillos, empezando con letra.',
  'problem.host-name.remedy':
    'Escriba un nombre corto, como uno o xalapa-1: será parte del nombre de su pila.',
  'problem.host-address':
    'No es la dirección de un servidor: recibí {got}; se acepta una dirección IPv4 o IPv6, o un nombre completo en minúsculas.',
  'problem.host-address.remedy': 'Escriba solo la dirección, sin protocolo, puerto ni ruta.',
  'problem.host-address-ipv6':
    'Un servidor no puede tener solo una dirección IPv6: recibí {got}; los lectores llegan por IPv4.',
  'problem.host-address-ipv6.remedy':
    'Escriba su dirección IPv4, o un nombre que lleve a ella; nada contesta por IPv6.',
  'problem.acme-is-one':
    '{got} servidores no pueden pedir cada uno su certificado por ACME: la autoridad busca la prueba en cualquiera de ellos.',
  'problem.acme-is-one.remedy':
    'Obtenga un solo certificado, póngalo en cada servidor y escriba server.tls.files.',
  'problem.host-is-domain':
    'Con varios servidores el dominio {got} lleva a cualquiera de ellos; se acepta la dirección propia de cada uno.',
  'problem.host-is-domain.remedy': 'Escriba la dirección IP, o un nombre que solo sea de este servidor.',
  'problem.host-keys-missing':
    'Faltan las llaves públicas del servidor; por SSH no se le manda nada sin reconocerlo.',
  'problem.host-keys-missing.remedy':
    'Ponga en hostKeys lo que muestre, en la consola del servidor: cat /etc/ssh/ssh_host_ed25519_key.pub',
  'problem.local-is-one':
    'docker: local es el Docker de la máquina que aplica, que es una: hay {got} servidores.',
  'problem.local-is-one.remedy': 'Use docker: ssh, o deje un solo servidor.',
  'problem.host-folder':
    'No es una carpeta para el difusor: recibí {got}; se acepta una ruta absoluta de al menos dos niveles (/srv/prep), con letras sin acento, cifras y ._-, fuera de las del sistema.',
  'problem.host-folder.remedy': 'Escriba una carpeta propia, como /srv/prep, nunca / sola.',
  'problem.host-file':
    'No es un archivo del servidor: recibí {got}; se acepta una ruta absoluta con letras sin acento, cifras y ._-.',
  'problem.host-file.remedy': 'Escriba la ruta completa del archivo que ya está en cada servidor.',
  'problem.secret-file':
    'No es la ruta de un archivo: recibí un valor de {length} caracteres; se acepta una ruta absoluta con letras sin acento, cifras y ._-.',
  'problem.secret-file.remedy':
    'Escriba la ruta del archivo que guarda el secreto en cada servidor, nunca el secreto.',
  'problem.tls-among-secrets':
    'El archivo está junto a otros secretos, y el servidor web recibe su carpeta entera; se acepta una carpeta propia.',
  'problem.tls-among-secrets.remedy': 'Guárdelo en {folder}/secrets/tls, legible para el grupo 10001.',
  'problem.secret-exposed':
    'El secreto está en una carpeta que los contenedores leen o escriben; se acepta {folder}/secrets u otra que no sea de ellos.',
  'problem.secret-exposed.remedy': 'Guárdelo en {folder}/secrets, que solo lee root.',
  'problem.network':
    'No es una dirección ni una red: recibí {got}; se acepta IPv4 o IPv6 en cifras, con /prefijo si es una red (192.0.2.0/24, 2001:db8::/48).',
  'problem.network.remedy':
    'Pida las direcciones en cifras: un nombre se resolvería una sola vez y sin cifrar.',
  'problem.network-everybody':
    'La red abarca a media Internet: recibí {got}; se acepta un prefijo desde /{shortest}.',
  'problem.network-everybody.remedy': 'Escriba solo las direcciones que dio el instituto, o las propias.',
  'problem.network-host-bits':
    'La dirección no es el principio de su red: recibí {got}; con /{prefix} se acepta la primera de la red.',
  'problem.network-host-bits.remedy': 'Corrija la dirección, o quite /{prefix} si se trata de una sola.',
  'problem.network-overlap': '{got} se encima con {other}; cada dirección se acepta una vez.',
  'problem.network-overlap.remedy': 'Deje solo la red que abarca a la otra.',
  'problem.administrator-shut-out':
    'SSH quedaría abierto solo para el instituto, y con docker: ssh se entra por ahí; se acepta al menos una dirección propia.',
  'problem.administrator-shut-out.remedy':
    'Escriba en server.administrator.from la dirección fija, o la red, desde la que se aplica.',
  'problem.host-user':
    'No es una cuenta que se pueda crear: recibí {got}; se aceptan hasta 32 minúsculas, cifras, _ y -, empezando con letra, y ninguna del sistema.',
  'problem.host-user.remedy': 'Escriba otra cuenta; root no entra por SSH, y la que se cree puede usar sudo.',
  'problem.ingest-user':
    'No es un usuario de la recepción: recibí {got}; se aceptan hasta 32 minúsculas, cifras, _ y -, empezando con letra, y ninguno del sistema.',
  'problem.ingest-user.remedy': 'Escriba el usuario con el que el instituto envía.',
  'problem.user-shared':
    'El instituto y el difusor tendrían la misma cuenta, {got}; se acepta una para cada uno.',
  'problem.user-shared.remedy': 'Dé otro nombre a la cuenta del instituto.',
  'problem.key-shared': 'Esta llave es también de quien administra; se acepta una distinta para cada quien.',
  'problem.key-shared.remedy': 'Pida al instituto su propia llave pública.',
  'problem.public-key':
    'No es una llave pública de OpenSSH: recibí {got}; se acepta tipo, cuerpo y comentario en una línea (ssh-ed25519 AAAA… nombre), sin opciones.',
  'problem.public-key.remedy': 'Copie la línea del archivo .pub; la llave privada nunca va aquí.',
  'problem.public-key-short': 'La llave RSA tiene {got} bits; se acepta desde {minimum}.',
  'problem.public-key-short.remedy': 'Haga otra: ssh-keygen -t ed25519',
  'problem.time-server':
    'No es un servidor de hora: recibí {got}; se acepta una dirección IPv4 o IPv6, o un nombre completo en minúsculas.',
  'problem.time-server.remedy': 'Escriba solo el nombre, como cronos.cenam.mx, o quite la clave.',
  'problem.tls-choice':
    'El certificado del servidor se da de una sola forma: recibí {got}; se acepta acme, o bien files con certificate y key.',
  'problem.tls-choice.remedy': 'Deje acme para pedirlo y renovarlo solo, o files si ya lo tiene.',
  'problem.tls-same-file': 'El certificado y su llave son el mismo archivo; se aceptan dos.',
  'problem.tls-same-file.remedy':
    'Guarde la llave en su propio archivo, que lea el grupo 10001, el del servidor web.',
  'problem.ingest-choice': 'El servicio de recepción es uno solo: recibí {got}; se acepta rsync o sftp.',
  'problem.ingest-choice.remedy':
    'Deje el que pida la convocatoria: rsync en Veracruz, sftp en el método 1 de las demás.',
  'problem.rsync-module':
    'No es un módulo de rsync: recibí {got}; se aceptan hasta 32 minúsculas, cifras, _ y -, empezando con letra.',
  'problem.rsync-module.remedy':
    'Escriba un nombre como prep; el instituto envía a rsync://usuario@servidor/prep.',
  'problem.port-taken':
    'El puerto {got} ya es de otro servicio del mismo servidor: web (80, 443), SSH o recepción.',
  'problem.port-taken.remedy': 'Escriba otro puerto.',
  'problem.ingest-port-not-the-calls':
    'La recepción estaría en el puerto {got}; la cláusula {clause} abre al instituto: {allowed}.',
  'problem.ingest-port-not-the-calls.remedy': 'Quite port, o escriba uno de esos que esté libre.',
  'problem.source-beside-ingest':
    'Hay un servicio de recepción (server.ingest) y además una fuente {got}; se acepta inbox, que es lo que la recepción llena.',
  'problem.source-beside-ingest.remedy': 'Quite source, o quite server.ingest si el difusor descarga.',
  'problem.role-on-server': 'Un servidor propio no tiene una identidad de AWS con la que leer el bucket.',
  'problem.role-on-server.remedy': 'Escriba auth: keys y guarde las llaves en server.sourceSecretFile.',
  'problem.source-secret-unused': 'Nadie leería este archivo: la fuente no pide credenciales.',
  'problem.source-secret-unused.remedy':
    'Quite server.sourceSecretFile, o describa en source una fuente que las pida.',
  'problem.inbox-without-ingest': 'Nadie llena el buzón: falta server.ingest.',
  'problem.inbox-without-ingest.remedy':
    'Agregue server.ingest con rsync o sftp, o diga en source de dónde se descarga.',
  'problem.inbox-path-set':
    'En servidores propios la carpeta del buzón la pone el programa; aquí no se acepta otra.',
  'problem.inbox-path-set.remedy': 'Quite source.path.',
  'problem.public-url-no-network':
    'Con server.ingest el trabajador no tiene red, y no puede mirar el sitio desde publicUrl.',
  'problem.public-url-no-network.remedy': 'Quite publicUrl; la guardia de cada servidor vigila la copia.',
  'problem.web-rate-limit':
    'Con {got} por dirección se quedan fuera votantes que comparten dirección (CGNAT); se acepta desde {minimum}.',
  'problem.web-rate-limit.remedy': 'Escriba {minimum} o más, o quite la clave.',
  'problem.logs-too-short':
    'Las bitácoras se borrarían a los {got} días, antes de contar las visitas; se acepta desde {minimum}.',
  'problem.logs-too-short.remedy': 'Escriba en server.logs.days {minimum} o más.',
  'problem.image':
    'No es una imagen de contenedor: recibí {got}; se acepta nombre:etiqueta, con registro delante y @sha256:… detrás si hace falta.',
  'problem.image.remedy': 'Escriba una imagen con apt, como debian:trixie-slim.',
  'problem.state-key':
    'La clave del estado no sirve: recibí {got}; se aceptan letras sin acento, cifras y ._-, con / entre carpetas.',
  'problem.state-key.remedy': 'Escriba algo como difusor/veracruz, o quite la clave.',
  'problem.frame-is-own':
    'La página se enmarcaría a sí misma, {got}; se acepta el sitio oficial del instituto.',
  'problem.frame-is-own.remedy': 'Escriba en frame.official la dirección que dio el instituto.',
  'schema.difusor.key.frame':
    'Página que muestra el sitio oficial en un marco, en lugar de publicar paquetes.',
  'schema.difusor.key.frame.official': 'Dirección del sitio oficial, con https.',
  'schema.difusor.key.frame.title':
    'Título de la página y del marco. Si falta, lo da el nombre del instituto.',
  'schema.difusor.key.alarms.webhookFile':
    'Archivo de cada servidor con la dirección https a la que se avisa; la dirección es un secreto y no va aquí.',
  'schema.difusor.key.server': 'Servidores propios, Ubuntu con Docker. Si falta, el sitio está en AWS.',
  'schema.difusor.key.server.hosts': 'Los servidores; cada uno tiene los mismos contenedores.',
  'schema.difusor.key.server.hosts.name': 'Nombre corto, parte del de su pila.',
  'schema.difusor.key.server.hosts.address': 'Dirección IPv4, o nombre que lleve a una.',
  'schema.difusor.key.server.hosts.sshPort': 'Puerto de SSH.',
  'schema.difusor.key.server.hosts.hostKeys':
    'Llaves públicas de su sshd, de la consola del servidor; con docker: ssh hacen falta.',
  'schema.difusor.key.server.docker':
    'ssh: se llega al Docker de cada servidor por SSH; local: al de la máquina que aplica.',
  'schema.difusor.key.server.ubuntu': 'Versión de Ubuntu de los servidores.',
  'schema.difusor.key.server.otherSystem':
    'true: también se prepara un servidor con otra versión de Ubuntu o con Debian. Si falta, la preparación se niega.',
  'schema.difusor.key.server.prepareHost':
    'true: terraform apply prepara también el propio servidor. Si falta: con docker: ssh sí, con local no.',
  'schema.difusor.key.server.folder': 'Carpeta de cada servidor que guarda todo lo del difusor.',
  'schema.difusor.key.server.trusted':
    'Direcciones y redes que dio el instituto: llegan a SSH y a la recepción.',
  'schema.difusor.key.server.administrator': 'Quien administra el servidor.',
  'schema.difusor.key.server.administrator.user': 'Su cuenta, con sudo.',
  'schema.difusor.key.server.administrator.keys': 'Sus llaves públicas de OpenSSH.',
  'schema.difusor.key.server.administrator.from': 'Direcciones y redes propias desde las que entra por SSH.',
  'schema.difusor.key.server.institute': 'Cuenta del instituto con privilegios de root, si la pide.',
  'schema.difusor.key.server.institute.user': 'Nombre de la cuenta.',
  'schema.difusor.key.server.institute.keys': 'Llaves públicas de OpenSSH del instituto.',
  'schema.difusor.key.server.ntpServers': 'Servidores de hora. Si falta: el del CENAM y otros cercanos.',
  'schema.difusor.key.server.tls': 'Certificado HTTPS: acme, que se pide y renueva solo, o files.',
  'schema.difusor.key.server.tls.acme': 'Se pide por ACME con la prueba por el puerto 80.',
  'schema.difusor.key.server.tls.acme.email': 'Correo de la cuenta de ACME.',
  'schema.difusor.key.server.tls.acme.directory': 'Directorio ACME. Si falta: Let’s Encrypt.',
  'schema.difusor.key.server.tls.files': 'Archivos PEM que ya están en cada servidor.',
  'schema.difusor.key.server.tls.files.certificate': 'Ruta del certificado con su cadena.',
  'schema.difusor.key.server.tls.files.key': 'Ruta de la llave privada.',
  'schema.difusor.key.server.ingest':
    'Servicio al que el instituto envía los paquetes; si falta, el difusor los descarga de source.',
  'schema.difusor.key.server.ingest.rsync': 'rsyncd con un módulo en el que solo se escribe; sin cifrar.',
  'schema.difusor.key.server.ingest.rsync.module': 'Nombre del módulo.',
  'schema.difusor.key.server.ingest.rsync.user': 'Usuario del módulo.',
  'schema.difusor.key.server.ingest.rsync.secretFile':
    'Archivo de cada servidor con usuario:contraseña. Si falta: secrets/rsyncd.secrets en server.folder.',
  'schema.difusor.key.server.ingest.rsync.port': 'Puerto TCP.',
  'schema.difusor.key.server.ingest.sftp': 'sftp con llave, encerrado en el buzón.',
  'schema.difusor.key.server.ingest.sftp.user': 'Cuenta del instituto.',
  'schema.difusor.key.server.ingest.sftp.keys': 'Llaves públicas de OpenSSH del instituto.',
  'schema.difusor.key.server.ingest.sftp.port': 'Puerto TCP.',
  'schema.difusor.key.server.sourceSecretFile':
    'Archivo de cada servidor con las credenciales de source, en JSON. Si falta: secrets/source.json en server.folder.',
  'schema.difusor.key.server.web': 'Servidor web.',
  'schema.difusor.key.server.web.rateLimit': 'Límite de peticiones por dirección; más allá responde 429.',
  'schema.difusor.key.server.web.rateLimit.requestsPerSecond': 'Peticiones por segundo, sostenidas.',
  'schema.difusor.key.server.web.rateLimit.burst': 'Peticiones que puede mandar de golpe.',
  'schema.difusor.key.server.web.modSecurity':
    'true: ModSecurity con sus reglas básicas, en las peticiones con parámetros.',
  'schema.difusor.key.server.images': 'Imágenes base de los contenedores.',
  'schema.difusor.key.server.images.debian': 'Debian o Ubuntu con apt.',
  'schema.difusor.key.server.images.node': 'Lo mismo con Node.js y npm.',
  'schema.difusor.key.server.logs': 'Bitácoras de acceso.',
  'schema.difusor.key.server.logs.days':
    'Días que se guardan; al menos los de las estadísticas que pida la convocatoria.',
  'schema.difusor.key.server.logs.ship': 'A dónde se mandan además, por syslog con TLS.',
  'schema.difusor.key.server.logs.ship.host': 'Servidor de bitácoras.',
  'schema.difusor.key.server.logs.ship.port': 'Puerto TCP.',
  'schema.difusor.key.server.state': 'Dónde guarda Terraform su estado: local, o s3.',
  'schema.difusor.key.server.state.s3': 'Un bucket de S3, con candado.',
  'schema.difusor.key.server.state.s3.bucket': 'Nombre del bucket.',
  'schema.difusor.key.server.state.s3.key': 'Clave del estado. Si falta: difusor/ y name.',
  'schema.difusor.key.server.state.s3.region': 'Región del bucket.',
} as const;
