/** What is wrong in a difusor.yaml and how to mend it, and what each of its keys says (`schema.difusor.…`, for editors). */
export const config = {
  'problem.yaml-syntax':
    'El YAML no se entiende a partir de aquí ({detail}). Se acepta YAML 1.2 sencillo: claves, textos, números y listas.',
  'problem.yaml-syntax.remedy':
    'Revise sangría, comillas, corchetes y dos puntos de esta línea y de la anterior.',
  'problem.yaml-duplicate-key':
    'La clave {name} ya está escrita en la línea {first}; cada clave se acepta una sola vez.',
  'problem.yaml-duplicate-key.remedy': 'Deje una de las dos.',
  'problem.yaml-multiple-documents': 'El archivo trae más de un documento (una línea ---); se acepta uno.',
  'problem.yaml-multiple-documents.remedy': 'Ponga cada configuración en su propio archivo.',
  'problem.yaml-alias':
    'Anclas y alias de YAML no se aceptan: recibí {got}. Se aceptan valores escritos en su lugar.',
  'problem.yaml-alias.remedy': 'Repita el valor donde se usa.',
  'problem.yaml-tag': 'Las etiquetas de YAML no se aceptan: recibí {got}. Se aceptan valores sin etiqueta.',
  'problem.yaml-tag.remedy': 'Quite la etiqueta; si quería un texto, póngalo entre comillas.',
  'problem.yaml-directive':
    'Las directivas de YAML no se aceptan: recibí {got}. El archivo se lee siempre como YAML 1.2.',
  'problem.yaml-directive.remedy': 'Quite la línea que empieza con %.',
  'problem.yaml-too-deep': 'El archivo anida más de {maximum} niveles; la configuración usa cuatro.',
  'problem.yaml-too-deep.remedy': 'Quite los niveles sobrantes; revise corchetes y llaves sin cerrar.',
  'problem.control-character':
    'Hay un carácter invisible o de control: recibí {got}. Se aceptan texto, saltos de línea y tabuladores fuera de la sangría.',
  'problem.control-character.remedy':
    'Bórrelo; suele venir de copiar y pegar o de un editor en otra codificación.',
  'problem.config-empty':
    'El archivo está vacío; se espera un mapa de claves: convocatoria, institution, domain, certificate, source…',
  'problem.config-empty.remedy': 'Parta del ejemplo examples/bcs/difusor.yaml.',
  'problem.config-not-a-mapping': 'El archivo entero debe ser un mapa de claves: recibí {got}.',
  'problem.config-not-a-mapping.remedy':
    'Escriba clave: valor en cada línea; parta del ejemplo examples/bcs/difusor.yaml.',
  'problem.unknown-key':
    'No conozco la clave {name}{suggestion, select, none {.} other {; ¿quiso decir {suggestion}?}} Se aceptan: {allowed}.',
  'problem.unknown-key.remedy': 'Corrija el nombre (cuentan mayúsculas y minúsculas) o quite la clave.',
  'problem.key-elsewhere': 'La clave {name} no va aquí; la hay en {place}. Aquí se acepta: {allowed}.',
  'problem.key-elsewhere.remedy': 'Si es esa la que quería, escríbala en {place}; si no, quítela.',
  'problem.missing-key':
    'Falta la clave {name}; se espera {expected, select, string {un texto} number {un número} int {un entero} boolean {true o false} array {una lista} object {un mapa de claves} record {un mapa de claves} other {{expected}}}.',
  'problem.missing-key.remedy': 'Agréguela; examples/bcs/difusor.yaml muestra cómo.',
  'problem.wrong-type':
    'El valor no es del tipo que se acepta: recibí {got}; se acepta {expected, select, string {un texto} number {un número} int {un entero} boolean {true o false} array {una lista} object {un mapa de claves} record {un mapa de claves} other {{expected}}}.',
  'problem.wrong-type.remedy': 'Corrija el valor; un texto que parece número va entre comillas.',
  'problem.not-in-list': 'Valor fuera de la lista: recibí {got}; se acepta: {allowed}.',
  'problem.not-in-list.remedy': 'Use uno de los valores de la lista.',
  'problem.too-small': 'El número es muy pequeño: recibí {got}; se acepta desde {minimum}.',
  'problem.too-small.remedy': 'Escriba un número de {minimum} o más.',
  'problem.too-big': 'El número es muy grande: recibí {got}; se acepta hasta {maximum}.',
  'problem.too-big.remedy': 'Escriba un número de {maximum} o menos.',
  'problem.too-short':
    'Falta contenido: recibí {got}; se acepta desde {minimum} {origin, select, string {caracteres} other {elementos}}.',
  'problem.too-short.remedy': 'Complete el valor o quite la clave si es opcional.',
  'problem.too-long':
    'Sobra contenido: recibí {got}; se acepta hasta {maximum} {origin, select, string {caracteres} other {elementos}}.',
  'problem.too-long.remedy': 'Acorte el valor.',
  'problem.not-printable':
    'El texto trae saltos de línea o caracteres invisibles: recibí {got}; se acepta texto de una sola línea.',
  'problem.not-printable.remedy': 'Escríbalo en una línea, sin escapes como \\n.',
  'problem.literal-secret':
    'Hay un secreto escrito en el archivo, en {name}; se acepta solo dónde está: el nombre del secreto (secretName), o la ruta de un archivo de cada servidor (secretFile, webhookFile).',
  'problem.literal-secret.remedy':
    'Ponga el valor en el secreto (Secrets Manager) o en el archivo del servidor, quítelo de aquí y cámbielo: lo escrito en un archivo ya no es secreto.',
  'problem.convocatoria-ref':
    'No es una convocatoria: recibí {got}; se acepta un id (bcs-2024) o una carpeta dentro de la de este archivo (./mi-convocatoria), sin .. ni ruta absoluta.',
  'problem.convocatoria-ref.remedy':
    'Use un id conocido o ponga la carpeta de la convocatoria junto a este archivo.',
  'problem.convocatoria-not-found':
    'No conozco la convocatoria {got}; se aceptan {known}, o la ruta de una carpeta.',
  'problem.convocatoria-not-found.remedy':
    'Use una de las conocidas, o una carpeta con convocatoria.yaml y clauses.yaml.',
  'problem.name':
    'El nombre de las pilas no sirve: recibí {got}; se aceptan minúsculas, cifras y guiones sencillos, empezando con letra, hasta 40 caracteres.',
  'problem.name.remedy': 'Escriba en name algo como difusor-bcs-2027.',
  'problem.url':
    'La dirección no sirve: recibí {got}; se acepta https://nombre/ruta, sin usuario ni contraseña.',
  'problem.url.remedy': 'Escriba la dirección pública completa, con https.',
  'problem.dns-name':
    'No es un nombre de dominio: recibí {got}; se acepta un nombre completo en minúsculas (prep.example.org), sin https://, puerto, comodín ni punto final.',
  'problem.dns-name.remedy': 'Escriba solo el nombre; si lleva acentos, en su forma xn--.',
  'problem.certificate-choice':
    'El certificado se da de una sola forma: recibí {got}; se acepta arn, o bien hostedZone con id y name.',
  'problem.certificate-choice.remedy':
    'Deje arn si ya existe el certificado, u hostedZone para que se cree y se valide por DNS.',
  'problem.certificate-arn':
    'No es el ARN de un certificado de ACM: recibí {got}; se acepta arn:aws:acm:us-east-1:CUENTA:certificate/ID.',
  'problem.certificate-arn.remedy': 'Cópielo de la consola de Certificate Manager en us-east-1.',
  'problem.certificate-region':
    'El certificado está en {got}; CloudFront acepta solo certificados de us-east-1.',
  'problem.certificate-region.remedy': 'Pida o importe el certificado en us-east-1 y ponga ese ARN.',
  'problem.certificate-account':
    'El certificado es de la cuenta {got}; se acepta uno de la cuenta {account}.',
  'problem.certificate-account.remedy':
    'Ponga el ARN de un certificado de la misma cuenta, o corrija account.',
  'problem.hosted-zone-id':
    'No es el id de una zona de Route 53: recibí {got}; se acepta Z y de 5 a 31 mayúsculas o cifras.',
  'problem.hosted-zone-id.remedy': 'Cópielo de la consola de Route 53, sin /hostedzone/.',
  'problem.domain-not-covered':
    'El dominio {got} no está en la zona {zone}; se acepta {zone} o un nombre que termine en .{zone}.',
  'problem.domain-not-covered.remedy': 'Corrija domain, o ponga la zona que lo contiene.',
  'problem.domain-is-source':
    'El sitio y la fuente son el mismo nombre, {got}; se acepta en domain el nombre propio del difusor.',
  'problem.domain-is-source.remedy':
    'En source.host va el servidor del instituto; en domain, el del difusor.',
  'problem.region':
    'No es una región de AWS que sirva: recibí {got}; se acepta una comercial, como us-east-1 o mx-central-1.',
  'problem.region.remedy': 'Escriba el código de la región, en minúsculas.',
  'problem.account': 'No es una cuenta de AWS: recibí {got}; se aceptan 12 cifras entre comillas.',
  'problem.account.remedy':
    'Escríbala entre comillas, sin guiones: sin comillas YAML la lee como número y pierde los ceros.',
  'problem.source-host':
    'No es el nombre de un servidor: recibí {got}; se acepta un nombre completo en minúsculas (prep.example.net) o una dirección IPv4 pública.',
  'problem.source-host.remedy': 'Escriba solo el nombre: la ruta va en path y el puerto en port.',
  'problem.source-host-url':
    'La fuente se da por partes: recibí una dirección {scheme}; se acepta en host solo el nombre; el protocolo lo dice kind.',
  'problem.source-host-url.remedy': 'Ponga el nombre en host, el puerto en port y la ruta en path.',
  'problem.source-host-credentials':
    'Recibí un usuario o una contraseña dentro de host; se acepta solo el nombre del servidor.',
  'problem.source-host-credentials.remedy':
    'Ponga las credenciales en el secreto, quítelas de aquí y pida que las cambien.',
  'problem.source-host-forbidden':
    'La fuente apunta a una dirección reservada: recibí {got}, que es {address}; se acepta una dirección pública de Internet.',
  'problem.source-host-forbidden.remedy':
    'Pida al instituto el nombre público de su servidor; metadatos, redes privadas y el propio equipo no son fuente.',
  'problem.source-host-notation':
    'La dirección IP está en una notación rara: recibí {got}, que es {address}; se acepta su forma usual.',
  'problem.source-host-notation.remedy': 'Escriba {address}, o mejor el nombre del servidor.',
  'problem.source-host-local-name':
    'El nombre solo existe dentro de una red: recibí {got}; se acepta un nombre público de Internet.',
  'problem.source-host-local-name.remedy': 'Pida al instituto el nombre público de su servidor.',
  'problem.source-path':
    'La ruta no sirve: recibí {got}; se acepta una que empiece con /, con caracteres de URL y sin .., //, \\, # ni saltos de línea.',
  'problem.source-path.remedy':
    'Cópiela de la dirección que dio el instituto, a partir de la primera diagonal.',
  'problem.source-path-credentials':
    'La ruta trae una credencial en {name}; se aceptan parámetros sin secretos.',
  'problem.source-path-credentials.remedy':
    'Ponga la credencial en el secreto, quítela de aquí y pida que la cambien.',
  'problem.s3-bucket':
    'No es el nombre de un bucket de S3: recibí {got}; se aceptan de 3 a 63 minúsculas, cifras, guiones y puntos.',
  'problem.s3-bucket.remedy': 'Escriba solo el nombre, sin s3:// ni ARN; la ruta va en key.',
  'problem.s3-key':
    'La clave del objeto no sirve: recibí {got}; se aceptan letras sin acento, cifras, espacios y !_.()/=+@:,&-, sin / inicial ni comodines.',
  'problem.s3-key.remedy':
    'Escriba la clave del paquete, o la carpeta con / al final: de ella se toma el paquete más nuevo por su nombre.',
  'problem.ssh-user':
    'No es un nombre de usuario: recibí {got}; se aceptan hasta 64 letras, cifras y _.@-, sin empezar con punto ni guion.',
  'problem.ssh-user.remedy':
    'Escriba el usuario que dio el instituto; su llave o contraseña va en el secreto.',
  'problem.host-key':
    'No es la huella de una llave: recibí {got}; se acepta SHA256: y 43 caracteres, como la da ssh-keygen -l.',
  'problem.host-key.remedy':
    'Pida la huella al instituto por otro medio (teléfono, oficio); no la tome del servidor mismo.',
  'problem.remote-path':
    'La ruta del servidor no sirve: recibí {got}; se acepta una que empiece con /, con letras, cifras, espacios y ._~+,=@-, sin .. ni //.',
  'problem.remote-path.remedy':
    'Escriba la ruta completa; con / al final es una carpeta. En un servicio rsync empieza con el módulo: /modulo/carpeta.',
  'problem.inbox-path':
    'No es una carpeta que sirva de buzón: recibí {got}; se acepta una ruta absoluta (/srv/buzon) o desde la carpeta de este archivo (buzon), sin .. ni ~.',
  'problem.inbox-path.remedy': 'Escriba la carpeta en que el instituto deja sus paquetes, nunca / sola.',
  'problem.marker':
    'No es el nombre de una marca: recibí {got}; se aceptan hasta 64 letras sin acento, cifras y ._+-, sin diagonal.',
  'problem.marker.remedy':
    'Escriba el final del nombre de la marca (.ok), o en un árbol el nombre del archivo que llega al último.',
  'problem.inbox-tree-rename':
    'En un árbol (form: tree) un cambio de nombre no dice que ya llegó todo; se acepta marker o quietSeconds.',
  'problem.inbox-tree-rename.remedy':
    'Acuerde con el instituto un archivo que llegue al último y póngalo en marker.',
  'problem.quiet-too-long':
    'Con {got} segundos de quietud el corte saldría tarde; se aceptan hasta {maximum}, medio periodo.',
  'problem.quiet-too-long.remedy': 'Escriba menos segundos, o use marker o rename.',
  'problem.rsync-user':
    'Hay un secreto y no hay usuario; con via: daemon la contraseña se acepta con username.',
  'problem.rsync-user.remedy': 'Agregue source.username, o quite secretName si el módulo es abierto.',
  'problem.package-file':
    'No es un archivo del paquete: recibí {got}; se acepta una ruta sin / inicial, sin .. ni \\, con * por cualquier texto y un !/ para entrar a un zip.',
  'problem.package-file.remedy':
    'Escríbalo como viene en el paquete, p. ej. json/main.json o bd/*.zip!/*.csv.',
  'problem.json-pointer':
    'No es un JSON Pointer: recibí {got}; se acepta /clave/otra, con ~0 por ~ y ~1 por / (RFC 6901).',
  'problem.json-pointer.remedy': 'Escriba el camino al valor con la hora del corte, con / inicial.',
  'problem.tree-has-no-name':
    'Esta fuente entrega un árbol, que no tiene nombre en el que leer la hora; se acepta arrival, o un archivo json o csv.',
  'problem.tree-has-no-name.remedy':
    'Escriba en package.cutTime el archivo del sitio que trae la hora del corte.',
  'problem.tree-has-no-sidecar':
    'Esta fuente entrega un árbol, que no tiene un archivo con su huella al lado; se acepta digests.',
  'problem.tree-has-no-sidecar.remedy':
    'Quite sidecar, o use package.digests con la lista que venga en el árbol.',
  'problem.changes-at-one-address':
    'Los paquetes traen solo cambios, y esta fuente ({kind}) es una sola dirección: de dos que lleguen entre dos preguntas se pierde uno, y se vería un estado que el instituto nunca tuvo.',
  'problem.changes-at-one-address.remedy':
    'Pida una carpeta (s3 o sftp, con / al final) o un buzón; si cada paquete trae todo el sitio, escriba package.incremental: false.',
  'problem.stable-prefix':
    'No es una carpeta del sitio: recibí {got}; se acepta /nombre/ con / en ambos extremos, sin comodines ni ..',
  'problem.stable-prefix.remedy':
    'Escriba una carpeta cuyos archivos nunca cambian de contenido, como /actas/.',
  'problem.stable-overlap': 'La carpeta {got} ya está dentro de {other}; cada carpeta se acepta una vez.',
  'problem.stable-overlap.remedy': 'Deje solo {other}.',
  'problem.stable-changes':
    'El archivo {file} cambia en cada corte y está en {got}, que se declaró sin cambios.',
  'problem.stable-changes.remedy': 'Quite {got} de stable, o divida la carpeta.',
  'problem.retention-too-short':
    'Los cortes se retirarían demasiado pronto: recibí {got} horas; se acepta desde {minimum}, porque hay quien sigue leyendo uno anterior.',
  'problem.retention-too-short.remedy': 'Escriba {minimum} o más; sin retention los cortes se quedan.',
  'problem.public-url':
    'No es una dirección desde la que mirar el sitio: recibí {got}; se acepta https://nombre sin ruta (http solo para localhost).',
  'problem.public-url.remedy':
    'Quítela si es la del dominio; si no, escriba solo protocolo, nombre y puerto.',
  'problem.secret-name':
    'No es el nombre de un secreto: recibí un valor de {length} caracteres; se aceptan hasta 128 letras, cifras y /_+=.@-.',
  'problem.secret-name.remedy': 'Escriba el nombre (difusor/bcs-2027), nunca el valor ni el ARN.',
  'problem.email': 'No es un correo electrónico: recibí {got}; se acepta nombre@dominio.',
  'problem.email.remedy': 'Escriba un correo que alguien lea en la noche de la elección.',
  'problem.phone':
    'No es un teléfono: recibí {got}; se acepta la forma internacional entre comillas, como "+526121234567".',
  'problem.phone.remedy': 'Escriba + y el código de país, sin espacios ni guiones.',
  'problem.rate-limit-blocks-voters':
    'Bloquear a partir de {got} peticiones por 5 minutos y dirección deja fuera a votantes que comparten dirección (CGNAT); se acepta block desde {minimum}, o count.',
  'problem.rate-limit-blocks-voters.remedy':
    'Empiece con action: count, o suba requestsPer5Minutes a {minimum} o más.',
  'problem.shield-price':
    'AWS Shield Advanced cuesta {price} USD al mes con compromiso de un año: recibí {got, select, undefined {nada} other {{got}}}; se acepta acceptsMonthlyPriceUsd desde {price}.',
  'problem.shield-price.remedy':
    'Escriba acceptsMonthlyPriceUsd: {price} si quien paga lo aprobó; si no, tier: standard, que no cuesta.',
  'problem.frame-ancestor':
    "No es un origen que pueda enmarcar el sitio: recibí {got}; se acepta 'self', 'none', * o https://nombre (con *. delante si abarca subdominios).",
  'problem.frame-ancestor.remedy':
    'Escriba un origen por elemento, sin ruta, espacios, comas ni punto y coma.',
  'problem.frame-ancestors-none':
    "'none' excluye a los demás orígenes: recibí {count} elementos; se acepta 'none' solo.",
  'problem.frame-ancestors-none.remedy': "Deje 'none' solo, o quítelo.",
  'problem.frame-ancestors-long':
    'Los orígenes no caben en la configuración de nginx: recibí {got} caracteres; se aceptan hasta {most} en total.',
  'problem.frame-ancestors-long.remedy': 'Quite algunos, o júntelos con *. delante de su dominio.',
  'problem.tag-key':
    'La clave de la etiqueta no sirve: recibí {got}; se aceptan hasta 128 letras, cifras, espacios y _.:/=+-@, sin empezar con aws:.',
  'problem.tag-key.remedy': 'Cambie la clave.',
  'problem.tag-value':
    'El valor de la etiqueta no sirve: recibí {got}; se aceptan hasta 256 letras, cifras, espacios y _.:/=+-@.',
  'problem.tag-value.remedy': 'Cambie el valor.',
  'problem.day': 'No es un día: recibí {got}; se acepta AAAA-MM-DD, como 2027-06-06.',
  'problem.day.remedy': 'Escriba año, mes y día, que exista en el calendario.',
  'problem.instant':
    'No es un instante: recibí {got}; se acepta AAAA-MM-DDThh:mm:ss con su desfase, como 2027-06-06T20:00:00-07:00.',
  'problem.instant.remedy': 'Escriba también el desfase respecto de UTC; siglas como CST no se aceptan.',
  'problem.dates-incomplete':
    'Con electionDay nuevo falta {name}, que la convocatoria fija para {old}; se acepta una fecha de la nueva elección.',
  'problem.dates-incomplete.remedy': 'Agregue dates.{name}.',
  'problem.dates-too-early':
    '{name} es demasiado pronto: recibí {got}; se acepta a partir de {limit} ({other}).',
  'problem.dates-too-early.remedy': 'Corrija {name} o {other}; revise el año y el mes.',
  'problem.dates-too-far':
    '{name} queda a más de {days} días de {other}: recibí {got}; se acepta hasta {limit}.',
  'problem.dates-too-far.remedy': 'Corrija {name} o {other}; revise el año y el mes.',
  'problem.opening-not-on-election-day':
    'La apertura es otro día que la elección: recibí {got}; se acepta un instante del {day} o del día siguiente, hora de {zone}.',
  'problem.opening-not-on-election-day.remedy': 'Corrija dates.opening o dates.electionDay.',
  'problem.duplicate-item': 'El elemento está dos veces: recibí {got} de nuevo; se acepta una vez.',
  'problem.duplicate-item.remedy': 'Quite uno de los dos.',
  'problem.deadline-unknown':
    'La convocatoria no tiene el plazo {got}{suggestion, select, none {.} other {; ¿quiso decir {suggestion}?}} Se acepta: {allowed}.',
  'problem.deadline-unknown.remedy': 'Use el id de uno de sus plazos, o quítelo.',
  'problem.contacts-too-few':
    'La convocatoria pide más contactos técnicos (cláusula {clause}): recibí {got}; se acepta desde {minimum}.',
  'problem.contacts-too-few.remedy':
    'Agregue en contacts a quien responde por lo técnico, con nombre, role y email.',
  'problem.period-not-the-calls':
    'El periodo no es el de la convocatoria: recibí {got} minutos; la cláusula {clause} fija {allowed}.',
  'problem.period-not-the-calls.remedy': 'Quite {name}: el valor sale de la convocatoria.',
  'problem.period-needed':
    'La convocatoria no fija {name}; se espera un número de minutos, de {minimum} a {maximum}.',
  'problem.period-needed.remedy': 'Pregúntelo al instituto y escríbalo en {name}.',
  'problem.take-down-before-cut':
    'El límite de interrupción es menor que el periodo: recibí {got} minutos; se acepta desde {minimum}.',
  'problem.take-down-before-cut.remedy': 'Corrija takeDownMinutes o cadenceMinutes.',
  'problem.domain-too-long': 'El dominio tiene {got} caracteres; en un certificado nuevo caben {limit}.',
  'problem.domain-too-long.remedy':
    'Use un dominio más corto, o certificate.arn con un certificado que ya lo cubra.',
  'problem.too-many-tags': 'Hay {got} etiquetas; se aceptan {limit}, porque AWS agrega las suyas.',
  'problem.too-many-tags.remedy': 'Quite las que no use.',
  'problem.institution-name':
    'El nombre {got} contiene un signo de pesos seguido de llave, que la plantilla leería como sustitución.',
  'problem.institution-name.remedy': 'Escriba el nombre sin esos signos.',
  'problem.waiver-clause-unknown':
    'La convocatoria {convocatoria} no tiene el deber {got}; se acepta el id de uno de los suyos{suggestion, select, none {} other {, como {suggestion}}}.',
  'problem.waiver-clause-unknown.remedy':
    'Cada dispensa nombra un solo deber; vea sus ids con: difusor explain {convocatoria}',
  'problem.waiver-too-long':
    'La dispensa vence demasiado tarde: recibí {got}; se acepta hasta {limit}, un año después de la elección.',
  'problem.waiver-too-long.remedy': 'Ponga la fecha hasta la que el instituto la aceptó.',
} as const;
