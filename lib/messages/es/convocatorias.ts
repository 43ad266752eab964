/** Faults in the data of a call, and the schema's own words. */
export const convocatorias = {
  'problem.convocatoria.file-missing': 'Falta este archivo, o no hay permiso para leerlo.',
  'problem.convocatoria.file-missing.remedy':
    'Una carpeta de convocatoria tiene dos archivos: convocatoria.yaml y clauses.yaml.',
  'problem.convocatoria.file-too-large': 'El archivo pasa de {maxKib} KiB.',
  'problem.convocatoria.file-too-large.remedy': 'Quite lo que no sea dato de la convocatoria.',
  'problem.convocatoria.not-utf8': 'El archivo no es texto UTF-8.',
  'problem.convocatoria.not-utf8.remedy': 'Guárdelo de nuevo como UTF-8.',
  'problem.convocatoria.syntax': 'El YAML está mal escrito ({code}): {detail}',
  'problem.convocatoria.syntax.remedy':
    'Revise sangría, comillas y dos puntos en esa línea; no se aceptan etiquetas (!) ni varios documentos.',
  'problem.convocatoria.alias': 'El archivo usa alias de YAML (*).',
  'problem.convocatoria.alias.remedy': 'Escriba el valor completo en cada lugar.',
  'problem.convocatoria.duplicate-key': 'La clave está dos veces.',
  'problem.convocatoria.duplicate-key.remedy': 'Deje una sola.',
  'problem.convocatoria.unknown-key': 'No conozco la clave {name}.',
  'problem.convocatoria.unknown-key.remedy': 'Revise la ortografía; las claves están en el esquema.',
  'problem.convocatoria.missing': 'Falta {name}.',
  'problem.convocatoria.missing.remedy':
    'Escríbala; donde la convocatoria calla, las claves que lo permiten llevan null y el silencio se anota en readings.',
  'problem.convocatoria.wrong-type':
    'Dice {got} y debe ser {expected, select, string {un texto} number {un número} int {un entero} boolean {true o false} array {una lista} object {un grupo de claves} record {un grupo de claves} scalar {un texto, un número, true o false} other {{expected}}}.',
  'problem.convocatoria.wrong-type.remedy':
    'Corrija el valor; un número que es texto, como la cláusula 1.1, va entre comillas.',
  'problem.convocatoria.not-allowed': 'Dice {got}.',
  'problem.convocatoria.not-allowed.remedy': 'Valores que se aceptan: {allowed}.',
  'problem.convocatoria.wrong-format':
    'Dice {got} y debe ser {format, select, datetime {un instante con su diferencia horaria, como 2024-06-02T20:00:00-07:00} date {un día, como 2024-06-02} url {una dirección web} email {un correo} other {un texto con el patrón {pattern}}}.',
  'problem.convocatoria.wrong-format.remedy': 'Escríbalo con esa forma.',
  'problem.convocatoria.out-of-range':
    'Dice {got} y debe ser {side, select, above {mayor que} min {al menos} other {a lo más}} {limit}.',
  'problem.convocatoria.out-of-range.remedy': 'Tome el valor del texto de la convocatoria.',
  'problem.convocatoria.empty': 'Está vacío.',
  'problem.convocatoria.empty.remedy': 'Escriba al menos un valor.',
  'problem.convocatoria.zone': 'Dice {got}, que no es una zona horaria IANA.',
  'problem.convocatoria.zone.remedy':
    'Use el nombre completo, como America/Mazatlan o America/Mexico_City; una abreviatura como CST es ambigua.',
  'problem.convocatoria.folder-name': 'El id {got} no es el nombre de su carpeta, {folder}.',
  'problem.convocatoria.folder-name.remedy': 'Ponga el mismo nombre en ambos.',
  'problem.convocatoria.offset':
    'La diferencia horaria {got} no es la de {zone} en ese instante: {expected}.',
  'problem.convocatoria.offset.remedy': 'Escriba la hora local con {expected}.',
  'problem.convocatoria.order': '{got} no es posterior a {other}, {otherValue}.',
  'problem.convocatoria.order.remedy':
    'El orden es: jornada, apertura, último corte, fin de la publicación; todo periodo termina después de empezar.',
  'problem.convocatoria.rehearsal-late': 'El simulacro del {got} no es anterior a la jornada, {electionDay}.',
  'problem.convocatoria.rehearsal-late.remedy': 'Revise ambas fechas.',
  'problem.convocatoria.take-down':
    'Dice {got} minutos, pero {periods, plural, one {un periodo} other {# periodos}} de {cadence} minutos son {expected}.',
  'problem.convocatoria.take-down.remedy':
    'Corrija el dato; si la convocatoria se contradice, anótelo en readings y cítelo con reading.',
  'problem.convocatoria.id-twice': 'El id {value} está dos veces.',
  'problem.convocatoria.id-twice.remedy': 'Numere los deberes de una misma cláusula: II.f.1, II.f.2.',
  'problem.convocatoria.clauses-unsorted': '{id} está después de {previous}.',
  'problem.convocatoria.clauses-unsorted.remedy': 'Ponga las cláusulas en el orden de la convocatoria.',
  'problem.convocatoria.clause-not-its-own': 'El id {id} no está dentro de la cláusula {clause}.',
  'problem.convocatoria.clause-not-its-own.remedy':
    'El id es la cláusula, o la cláusula y un número: {clause}.1.',
  'problem.convocatoria.clause-unknown': 'Cita la cláusula {clause}, que no está en clauses.yaml.',
  'problem.convocatoria.clause-unknown.remedy': 'Corrija la cita o agregue la cláusula.',
  'problem.convocatoria.reading-unknown': 'Nombra la lectura {reading}, que no está en readings.',
  'problem.convocatoria.reading-unknown.remedy': 'Corrija el nombre o agregue la lectura.',
  'problem.convocatoria.deadline-unknown': 'Nombra el plazo {value}, que no está en deadlines.',
  'problem.convocatoria.deadline-unknown.remedy': 'Plazos de esta convocatoria: {known}.',
  'problem.convocatoria.method-unknown': 'Nombra el método {value}, que no está en delivery.',
  'problem.convocatoria.method-unknown.remedy': 'Métodos de esta convocatoria: {known}.',
  'schema.convocatoria.title': 'convocatoria.yaml',
  'schema.convocatoria.description':
    'Los datos de una convocatoria para difusores del PREP. Cada valor dice qué cláusula lo fija y en qué unidad está.',
  'schema.convocatoria.key.id':
    'Nombre de la convocatoria, igual al de su carpeta: instituto y año, como bcs-2024.',
  'schema.convocatoria.key.title': 'Título, en español e inglés.',
  'schema.convocatoria.key.institute':
    'Instituto electoral que convoca, con correos de oficinas y no de personas.',
  'schema.convocatoria.key.electionDay': 'Día de la jornada electoral.',
  'schema.convocatoria.key.zone': 'Zona horaria IANA en que la convocatoria dice las horas.',
  'schema.convocatoria.key.opening': 'Instante antes del cual nada se publica.',
  'schema.convocatoria.key.closing': 'Instante del último corte; null si la convocatoria no lo fija.',
  'schema.convocatoria.key.holdUntil':
    'Los últimos resultados quedan publicados al menos hasta aquí; null si calla.',
  'schema.convocatoria.key.cadence': 'Cada cuántos minutos hay un corte nuevo; null si calla.',
  'schema.convocatoria.key.takeDown':
    'Minutos y periodos que dura una falla antes de que se interrumpa la publicación; null si calla.',
  'schema.convocatoria.key.delivery':
    'Cómo llegan los cortes: pull (el difusor los pide), push (el instituto los sube), frame (la página enmarca el sitio oficial).',
  'schema.convocatoria.key.package': 'Qué contiene el paquete de difusión y qué se hace con él.',
  'schema.convocatoria.key.headers': 'Cabeceras de respuesta que se exigen, por ruta; /* son todas.',
  'schema.convocatoria.key.server': 'Mínimos del servidor.',
  'schema.convocatoria.key.ports': 'Puertos que se abren, y para quién.',
  'schema.convocatoria.key.statistics': 'Días de los que se deben estadísticas o bitácoras; null si calla.',
  'schema.convocatoria.key.deadlines': 'Plazos: último día, y el primero donde hay periodo.',
  'schema.convocatoria.key.contacts':
    'Cuántas personas responsables de lo técnico pide; sin esta clave, no lo dice.',
  'schema.convocatoria.key.rehearsals': 'Días de los simulacros; vacío si la convocatoria no los da.',
  'schema.convocatoria.key.rehearsalsClause':
    'Cláusula que obliga a participar en los simulacros, donde no hay fechas.',
  'schema.convocatoria.key.readings': 'Contradicciones, silencios e inferencias, y cómo se leyó cada una.',
  'schema.clauses.title': 'clauses.yaml',
  'schema.clauses.description':
    'Cada deber de la convocatoria, en el orden de su texto y con palabras propias; ninguno falta porque un programa no pueda probarlo.',
  'schema.clauses.key.id': 'Único: la cláusula, más un número si tiene varios deberes, como II.f.2.',
  'schema.clauses.key.clause': 'La cláusula como la numera la convocatoria, por ejemplo II.f.',
  'schema.clauses.key.bearer': 'A quién toca: difusor o institute.',
  'schema.clauses.key.duty': 'El deber, parafraseado.',
  'schema.clauses.key.obligation':
    'Si la convocatoria no lo exige: optional, lo deja a elección; preferred, lo prefiere.',
  'schema.clauses.key.kind':
    'Cómo se prueba: template (la plantilla), live (el sistema en marcha), worker (su conducta), document (un escrito que se entrega), human (una persona trae la evidencia).',
  'schema.clauses.key.rule': 'Regla que lo prueba, si hay una.',
  'schema.clauses.key.params': 'Parámetros de la regla.',
  'schema.clauses.key.remedy': 'Qué hacer si no se cumple, o quién trae qué evidencia.',
  'schema.clauses.key.deadline': 'Id de uno de los plazos de la convocatoria.',
  'schema.clauses.key.appliesTo': 'Métodos de entrega a los que se limita; sin esta clave vale para todos.',
} as const;
