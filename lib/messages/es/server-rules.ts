/** Cómo juzga cada regla a un servidor propio o a una página con marco, y qué encuentra. */
export const serverRules = {
  'rule.no-site': 'No hay una distribución de CloudFront ni un servidor web.',
  'rule.no-host': 'No hay un servidor descrito: falta su cloud-init, o lo que se le aplica.',
  'rule.framed':
    'La página muestra el sitio oficial en un marco: lo que se ve es lo que el Instituto publica.',
  'rule.live-folder.met': 'El servidor web sigue el puntero del trabajador.',
  'rule.live-folder.other':
    'El servidor web sirve {root}, que no es el enlace live de la carpeta en que publica el trabajador.',

  'rule.public-access.met-server':
    'Cualquiera lee: el servidor web no pide contraseña ni rechaza direcciones.',
  'rule.public-access.no-aaaa':
    'No publique registros AAAA: los contenedores contestan por IPv4 solamente, y quien navega por IPv6 no entraría. difusor audit lo mide.',
  'rule.public-access.refuses': 'El servidor web rechaza lectores en {path}: {by}.',
  'rule.public-access.low-server-rate':
    'El servidor web rechaza a una dirección desde {rate} peticiones por segundo; el mínimo es {floor}.',
  'rule.unaltered-content.met-server': 'El servidor web entrega los archivos como están en su carpeta.',
  'rule.unaltered-content.alters': 'En {path} contesta otra cosa que el archivo, o lo cambia: {by}.',
  'rule.path-header.no-location': 'No se sabe qué bloque del servidor web decide para {path}.',
  'rule.web-firewall.no-module': 'El servidor web no tiene cortafuegos de aplicación.',
  'rule.web-firewall.met-server': '{name} revisa las peticiones y bloquea.',
  'rule.web-firewall.detects-only': '{name} no bloquea: solo detecta, o está apagado.',
  'rule.results-kept.for-good-server':
    'El corte vigente está en una carpeta del servidor y el trabajador nunca lo borra.',
  'rule.results-kept.lost': 'El trabajador publica donde nada sobrevive al contenedor o a la pila.',
  'rule.take-down-alarm.framed':
    'La página muestra el sitio oficial en un marco y no recibe cortes, así que no hay edad que vigilar: demuestre a mano quién vigila la página y cómo resuelve una falla en menos de {limit} min.',
  'rule.take-down-alarm.framed-met':
    'La página con el marco no recibe cortes; si falla, la alarma del borde avisa a los {minutes} min, antes de los {limit}. No ve el nombre del sitio ni el sitio oficial: mídalos con difusor audit.',
  'rule.take-down-notice.framed':
    'La página con el marco no tiene un puntero que muestre el aviso: demuestre a mano que puede cambiarla por el aviso, y quién lo hace.',
  'rule.take-down-notice.met-server': 'Un cambio del puntero pone el aviso en lugar de todo el sitio.',
  'rule.latest-cut.met-server': 'Un solo trabajador mueve el puntero que sigue el servidor web.',
  'rule.latest-cut.several': 'Más de un trabajador mueve el mismo puntero.',
  'rule.latest-cut.stays-down': 'El contenedor del trabajador no vuelve a arrancar por sí mismo.',
  'rule.package-archive.met-folder': 'Cada paquete se guarda en {folder}, que nadie más escribe ni sirve.',
  'rule.package-archive.not-kept':
    'Los paquetes se guardan en {folder}, que se pierde con el contenedor o la pila.',
  'rule.package-archive.served': 'El servidor web sirve {folder}, donde se guardan los paquetes.',
  'rule.package-archive.other-writer':
    'Otro contenedor puede escribir en {folder}, donde se guardan los paquetes.',

  'rule.operating-system.how':
    'El sistema que declara cada servidor está entre los que admite la convocatoria; de Ubuntu, una versión LTS.',
  'rule.operating-system.met': 'Se declara {name} {version}; se admite {admitted}.',
  'rule.operating-system.other': 'Se declara {name} {version}; solo se admite {admitted}.',
  'rule.operating-system.not-stable': '{name} {version} no es una versión LTS.',
  'rule.operating-system.unsaid': 'La plantilla no dice con qué sistema arranca el servidor.',
  'rule.operating-system.silent': 'La convocatoria no fija el sistema operativo.',

  'rule.docker-host.how': 'Cada servidor instala Docker y no lo apaga.',
  'rule.docker-host.met': 'Docker se instala y arranca con el servidor.',
  'rule.docker-host.none': 'El servidor no instala Docker, o lo apaga.',

  'rule.ssh-access.how':
    'En cada servidor SSH está activo y al menos una cuenta con intérprete tiene una llave.',
  'rule.ssh-access.met': '{user} entra por SSH con su llave.',
  'rule.ssh-access.off': 'SSH está apagado.',
  'rule.ssh-access.nobody': 'Ninguna cuenta con intérprete tiene una llave para entrar por SSH.',

  'rule.ntp-client.how':
    'Cada servidor tiene un cliente NTP con servidores que consultar, y el cortafuegos deja salir a UDP 123 y entrar su respuesta.',
  'rule.ntp-client.met': '{client} consulta {servers}.',
  'rule.ntp-client.none': 'El servidor no tiene cliente NTP.',
  'rule.ntp-client.no-servers': 'El cliente NTP no tiene a quién consultar.',
  'rule.ntp-client.shut': 'El cortafuegos no deja volver las respuestas de NTP.',

  'rule.root-user.how': 'Cada servidor tiene una cuenta, distinta de root, que puede todo lo que root.',
  'rule.root-user.met': '{user} tiene los privilegios de root.',
  'rule.root-user.none': 'Ninguna cuenta aparte de root tiene sus privilegios.',

  'rule.network-filter.how':
    'En cada servidor un filtro de paquetes niega por omisión antes de la traducción de direcciones de los contenedores, vuelve al reiniciar, y hay un programa que bloquea a quien abusa; en CloudFront, la ACL web.',
  'rule.network-filter.met':
    'El filtro niega por omisión, antes de los contenedores, y {programs} bloquea a quien abusa.',
  'rule.network-filter.edge': 'CloudFront solo toma HTTP y HTTPS, y la ACL web filtra lo que llega.',
  'rule.network-filter.none': 'El servidor no tiene filtro de paquetes.',
  'rule.network-filter.lets-in': 'El filtro deja entrar lo que ninguna regla menciona.',
  'rule.network-filter.after':
    'El filtro está después de la traducción de direcciones: lo que publican los contenedores no pasa por él.',
  'rule.network-filter.forgets': 'Nada vuelve a poner el filtro cuando el servidor reinicia.',
  'rule.network-filter.no-prevention': 'Ningún programa bloquea a quien intenta entrar una y otra vez.',

  'rule.open-ports.how':
    'El filtro de cada servidor abre a todos los puertos que la convocatoria quiere abiertos, o a direcciones conocidas y a nadie más los que quiere restringidos, según la cláusula.',
  'rule.open-ports.any': '{port} está abierto a todos.',
  'rule.open-ports.trusted': '{port} está abierto solo a {peers}.',
  'rule.open-ports.shut': '{port} está cerrado.',
  'rule.open-ports.everybody': '{port} está abierto a todos; debe estarlo solo a direcciones de confianza.',
  'rule.open-ports.silent': 'La convocatoria no fija esos puertos.',

  'rule.public-address-name.how': 'El dominio está entre los nombres a los que el sitio contesta, por HTTPS.',
  'rule.public-address-name.met': 'El sitio contesta por HTTPS como {domain}.',
  'rule.public-address-name.other': 'El sitio no contesta como {domain}.',
  'rule.public-address-name.no-https': 'El servidor web no contesta por HTTPS en un puerto del servidor.',

  'rule.ddos-limits.how':
    'El filtro de cada servidor limita las conexiones nuevas de una dirección, y su servidor web las peticiones; en CloudFront, una regla de tasa de la ACL web sobre Shield.',
  'rule.ddos-limits.connections': 'De una dirección se toman {rate} conexiones nuevas por segundo.',
  'rule.ddos-limits.requests': 'De una dirección se toman {rate} peticiones por segundo.',
  'rule.ddos-limits.no-connections': 'El filtro no limita las conexiones nuevas de una dirección.',
  'rule.ddos-limits.no-requests': 'El servidor web no limita las peticiones de una dirección.',
  'rule.ddos-limits.edge': 'Shield cubre a CloudFront, y la ACL web limita las peticiones de una dirección.',

  'rule.delivery-method.how':
    'Hay un servicio que recibe los paquetes, o una página con el sitio oficial en un marco.',
  'rule.delivery-method.package': 'Los paquetes llegan por {kind}, al puerto {port}.',
  'rule.delivery-method.frame': 'Una página muestra {source} en un marco.',
  'rule.delivery-method.none': 'No hay un servicio que reciba paquetes ni una página con un marco.',

  'rule.web-server-software.how':
    'Un servidor web propio sirve el sitio; los que nombra la convocatoria son ejemplos.',
  'rule.web-server-software.met': 'El servidor web es {software}.',
  'rule.web-server-software.none': 'No hay un servidor web.',

  'rule.sftp-service.how':
    'Un servicio sftp o ssh recibe los paquetes, solo con llave, y quien entra no sale de su carpeta ni ejecuta nada.',
  'rule.sftp-service.met':
    'Se recibe por {kind} en el puerto {port}, solo con llave y sin salir de la carpeta.',
  'rule.sftp-service.none': 'No hay un servicio sftp ni ssh que reciba los paquetes.',
  'rule.sftp-service.no-key': 'Al servicio se entra sin llave.',
  'rule.sftp-service.roams': 'Quien entra al servicio puede salir de su carpeta o ejecutar programas.',

  'rule.frame-page.how':
    'Una página propia muestra el sitio oficial por HTTPS en un marco con sandbox y título, da una liga para quien no vea el marco, y su política solo admite ese origen.',
  'rule.frame-page.met': 'La página muestra {source} en un marco, y no admite otro origen.',
  'rule.frame-page.none': 'No hay una página con un marco.',
  'rule.frame-page.no-plain': 'El marco no lleva a una dirección https: {source}.',
  'rule.frame-page.no-policy':
    'La política de la página (frame-src) no es exactamente el origen de {source}.',
  'rule.frame-page.no-sandbox': 'El marco no tiene sandbox.',
  'rule.frame-page.no-title': 'El marco no tiene título.',
  'rule.frame-page.no-link': 'La página no da una liga al sitio oficial.',

  'rule.high-availability.how':
    'Dos servidores o más, con dirección propia, sirven el sitio; o lo sirve CloudFront, que está en muchos lugares.',
  'rule.high-availability.met': 'Sirven el sitio {count} servidores.',
  'rule.high-availability.edge': 'CloudFront sirve el sitio desde muchos lugares.',
  'rule.high-availability.alone': 'Un solo servidor sirve el sitio.',

  'rule.logical-access-control.how':
    'A cada servidor se entra con cuenta y llave propias, sin contraseñas y nunca como root; ningún contenedor es privilegiado, usa la red del servidor, alcanza a Docker ni tiene capacidades con que tomar el servidor. En AWS, el bucket no es público ni lo escribe nadie más.',
  'rule.logical-access-control.met':
    'Se entra solo con llave; hay {count, plural, one {una cuenta} other {# cuentas}}.',
  'rule.logical-access-control.met-container': 'El contenedor no tiene poder sobre su servidor.',
  'rule.logical-access-control.edge': 'No hay servidor al cual entrar, y el bucket está cerrado al público.',
  'rule.logical-access-control.passwords': 'SSH admite contraseñas.',
  'rule.logical-access-control.root': 'Root puede entrar por SSH.',
  'rule.logical-access-control.shared': 'La cuenta de la imagen ({user}) no es de nadie en particular.',
  'rule.logical-access-control.no-key': 'La cuenta {user} tiene intérprete y no tiene llave.',
  'rule.logical-access-control.privileged': 'El contenedor es privilegiado.',
  'rule.logical-access-control.socket': 'El contenedor alcanza el socket de Docker.',
  'rule.logical-access-control.powers':
    'El contenedor tiene capacidades con que tomar el servidor: {powers}.',
  'rule.logical-access-control.host-network': 'El contenedor usa la red del servidor.',
  'rule.logical-access-control.open-bucket': 'El bucket es público, o alguien más puede escribir en él.',

  'rule.institute-access.how':
    'Un servicio recibe los paquetes de quien se identifica y los escribe en una carpeta del servidor.',
  'rule.institute-access.met': 'El Instituto entrega por {kind}, identificado, en su carpeta de entrada.',
  'rule.institute-access.none': 'No hay un servicio por el que el Instituto entregue los paquetes.',
  'rule.institute-access.anybody': 'El servicio recibe paquetes de cualquiera, sin que se identifique.',
  'rule.institute-access.read-only': 'El servicio no puede escribir en la carpeta de entrada.',

  'rule.package-verification.how':
    'Un trabajador con los ajustes de difusor toma cada paquete por sí mismo: lo verifica entero, con las huellas que traiga, y solo entonces lo descomprime.',
  'rule.package-verification.met': 'El trabajador verifica el archivo entero antes de descomprimirlo.',
  'rule.package-verification.digests': 'El trabajador verifica además las huellas del paquete ({digests}).',
  'rule.package-verification.tree':
    'El paquete llega como carpeta: no hay archivo que verificar y descomprimir.',

  'rule.site-writers.how':
    'Nadie más que el trabajador puede escribir en la carpeta o el bucket que se sirve.',
  'rule.site-writers.met': 'Solo el trabajador escribe en {place}.',
  'rule.site-writers.other': 'Alguien más que el trabajador puede escribir lo que se sirve.',
  'rule.site-writers.nowhere': 'El trabajador no dice dónde publica.',

  'verdict.optional':
    '{obligation, select, preferred {La convocatoria lo prefiere y no lo exige} other {Es opcional}}, y aquí no se ofrece.',
} as const;
