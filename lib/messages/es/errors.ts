import type { ErrorCode } from '../../errors.js';

type ErrorTexts = Record<`error.${ErrorCode}` | `error.${ErrorCode}.remedy`, string>;

/** What happened and what to do, for each error code. */
export const errors = {
  'error.CONFIG_NOT_FOUND': 'No encontré el archivo de configuración {path}.',
  'error.CONFIG_NOT_FOUND.remedy':
    'Escriba difusor.yaml en esta carpeta, o diga dónde está: --config RUTA, -c difusor=RUTA (cdk) o la variable DIFUSOR.',
  'error.CONFIG_UNREADABLE': 'No pude leer {path}: {reason}.',
  'error.CONFIG_UNREADABLE.remedy':
    'Revise que sea un archivo de texto UTF-8 de menos de {maxKib} KiB y que haya permiso de lectura.',
  'error.CONFIG_INVALID': '{path} tiene {count, plural, one {un problema} other {# problemas}}:',
  'error.CONFIG_INVALID.remedy': 'Corrija lo señalado; nada se aprovisionó ni se publicó.',
  'error.CONVOCATORIA_NOT_FOUND': 'No conozco la convocatoria {id}. Conocidas: {known}.',
  'error.CONVOCATORIA_NOT_FOUND.remedy':
    'Use una de las conocidas, o la ruta de una carpeta propia con convocatoria.yaml y clauses.yaml.',
  'error.CONVOCATORIA_INVALID':
    'La convocatoria {id} tiene {count, plural, one {un problema} other {# problemas}}:',
  'error.CONVOCATORIA_INVALID.remedy':
    'Corrija los datos de la convocatoria; el esquema está en schema/convocatoria.json.',
  'error.CLAUSE_NOT_FOUND': 'La convocatoria {convocatoria} no tiene la cláusula {clause}.',
  'error.CLAUSE_NOT_FOUND.remedy': 'Vea las cláusulas con: difusor explain {convocatoria}',
  'error.TEMPLATE_UNREADABLE': 'No pude leer la plantilla {path}: {reason}.',
  'error.TEMPLATE_UNREADABLE.remedy':
    'Dé una plantilla de CloudFormation en JSON o la carpeta cdk.out que la contiene.',
  'error.USAGE': '{reason}',
  'error.USAGE.remedy': 'Vea las opciones con: difusor --help',
  'error.ARCHIVE_NOT_A_ZIP': 'El paquete {package} no es un archivo zip.',
  'error.ARCHIVE_NOT_A_ZIP.remedy':
    'Pida al instituto que lo genere de nuevo; el corte publicado sigue en su lugar.',
  'error.ARCHIVE_CORRUPT': 'El paquete {package} está dañado: {reason}.',
  'error.ARCHIVE_CORRUPT.remedy':
    'Se descargará otra vez en el siguiente intento; si persiste, avise al instituto.',
  'error.ARCHIVE_ENTRY_UNSAFE_PATH':
    'El paquete trae una ruta que no se acepta: {entry} ({reason, select, empty {vacía} control {con caracteres de control} undecodable {que no es UTF-8} backslash {con barra invertida} drive {con unidad de disco} absolute {absoluta} traversal {que sale de la carpeta} dotSegment {con un segmento «.»} emptySegment {con un segmento vacío} notNfc {sin normalizar (NFC)} segmentTooLong {con un nombre demasiado largo} pathTooLong {demasiado larga} tooDeep {demasiado profunda} other {{reason}}}).',
  'error.ARCHIVE_ENTRY_UNSAFE_PATH.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_ENTRY_NOT_A_FILE':
    'El paquete trae {entry}, que no es un archivo ni una carpeta ({kind, select, symlink {enlace simbólico} setuid {con bit setuid} fifo {tubería} socket {socket} blockDevice {dispositivo} characterDevice {dispositivo} other {{kind}}}).',
  'error.ARCHIVE_ENTRY_NOT_A_FILE.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_ENTRY_DUPLICATE': 'El paquete trae dos veces {entry} (también como {other}).',
  'error.ARCHIVE_ENTRY_DUPLICATE.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_ENTRY_ENCRYPTED': 'El paquete trae {entry} cifrado.',
  'error.ARCHIVE_ENTRY_ENCRYPTED.remedy':
    'Pida al instituto el paquete sin cifrar; las credenciales protegen la descarga, no el zip.',
  'error.ARCHIVE_ENTRY_METHOD_UNKNOWN':
    'El paquete trae {entry} comprimido con un método que no se acepta ({method}).',
  'error.ARCHIVE_ENTRY_METHOD_UNKNOWN.remedy': 'Se aceptan store (0) y deflate (8); avise al instituto.',
  'error.ARCHIVE_ENTRY_CRC_MISMATCH':
    'El contenido de {entry} no corresponde a su CRC: dice {expected}, resultó {actual}.',
  'error.ARCHIVE_ENTRY_CRC_MISMATCH.remedy':
    'Se descargará otra vez en el siguiente intento; si persiste, avise al instituto.',
  'error.ARCHIVE_TOO_MANY_ENTRIES': 'El paquete trae {count} entradas; el máximo es {limit}.',
  'error.ARCHIVE_TOO_MANY_ENTRIES.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_TOO_LARGE': 'El paquete se expande a más de {limitMib} MiB.',
  'error.ARCHIVE_TOO_LARGE.remedy': 'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_RATIO_TOO_HIGH': '{entry} se expande {ratio} veces; el máximo es {limit}.',
  'error.ARCHIVE_RATIO_TOO_HIGH.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.ARCHIVE_EMPTY': 'El paquete {package} no trae ningún archivo.',
  'error.ARCHIVE_EMPTY.remedy': 'Un corte vacío no se publica; avise al instituto.',
  'error.CUT_TIME_UNKNOWN': 'No sé de qué hora es el corte: {name} no sigue el patrón {pattern}.',
  'error.CUT_TIME_UNKNOWN.remedy': 'Pregunte al instituto cómo nombra sus paquetes y ajuste source.cutTime.',
  'error.CUT_OLDER_THAN_LIVE': 'El corte {generation} es anterior al publicado, {live}.',
  'error.CUT_OLDER_THAN_LIVE.remedy':
    'No se publica un corte anterior; si es una corrección, pídala con hora nueva.',
  'error.CUT_FROM_THE_FUTURE': 'El corte dice ser de {cutTime}, {minutes} minutos adelante del reloj.',
  'error.CUT_FROM_THE_FUTURE.remedy': 'Revise el reloj del servidor (NTP) y la zona horaria del paquete.',
  'error.SOURCE_UNREACHABLE': 'No pude conectarme con {host}: {reason}.',
  'error.SOURCE_UNREACHABLE.remedy':
    'Se intenta de nuevo; si dura más de un periodo, llame al soporte del instituto.',
  'error.SOURCE_REFUSED': '{host} contestó {status} y no entregó el paquete.',
  'error.SOURCE_REFUSED.remedy':
    'Revise las credenciales del secreto y que el instituto tenga registrada su IP fija.',
  'error.SOURCE_NOT_A_PACKAGE': '{host} contestó con {contentType} en vez de un paquete.',
  'error.SOURCE_NOT_A_PACKAGE.remedy':
    'Es probable una página de error o de acceso: revise source.path y llame al instituto.',
  'error.SOURCE_TRUNCATED': 'La descarga llegó incompleta: {received} de {declared} bytes.',
  'error.SOURCE_TRUNCATED.remedy': 'Se descarga otra vez en el siguiente intento.',
  'error.SOURCE_REDIRECTED': '{host} quiso mandar la descarga a {target}.',
  'error.SOURCE_REDIRECTED.remedy':
    'No se siguen redirecciones a otro servidor; pida al instituto la dirección definitiva.',
  'error.SOURCE_TOO_LARGE': 'El paquete pasa de {limitMib} MiB.',
  'error.SOURCE_TOO_LARGE.remedy': 'Confirme el tamaño con el instituto antes de subir el límite.',
  'error.SOURCE_ADDRESS_FORBIDDEN': '{host} resuelve a {address}, una dirección privada o reservada.',
  'error.SOURCE_ADDRESS_FORBIDDEN.remedy': 'La fuente debe ser pública; revise source.host y su DNS.',
  'error.SECRET_UNREADABLE': 'No pude usar el secreto {name}: {reason}.',
  'error.SECRET_UNREADABLE.remedy':
    'Guarde en el secreto un JSON con username y password (basic) o token (bearer), y dé permiso de lectura al trabajador.',
  'error.STORE_WRITE_FAILED': 'No pude escribir {path}: {reason}.',
  'error.STORE_WRITE_FAILED.remedy':
    'Revise espacio, permisos y red; lo publicado sigue en su lugar y se reintenta.',
  'error.STORE_READ_FAILED': 'No pude leer {path}: {reason}.',
  'error.STORE_READ_FAILED.remedy': 'Revise permisos y red; lo publicado sigue en su lugar.',
  'error.POINTER_MOVED': 'Otro proceso movió el corte publicado mientras este publicaba {generation}.',
  'error.POINTER_MOVED.remedy':
    'No hay que hacer nada: se vuelve a leer y se compara en el siguiente intento.',
  'error.POINTER_UNREADABLE': 'El puntero del corte publicado no se entiende: {value}.',
  'error.POINTER_UNREADABLE.remedy':
    'Llame a quien opera la publicación: nadie debe escribir el puntero a mano.',
  'error.SETTINGS_INVALID': 'Los ajustes del trabajador no son válidos: {reason}.',
  'error.SETTINGS_INVALID.remedy':
    'Vuelva a aprovisionar con el toolkit; no edite las variables de la función a mano.',
  'error.SETTINGS_TOO_LARGE':
    'Los ajustes del trabajador ocupan {bytes} bytes; en las variables de una función caben {limit}.',
  'error.SETTINGS_TOO_LARGE.remedy': 'Quite de dates.rehearsals los simulacros que ya pasaron.',
  'error.TESTING_PACKAGE_MISSING': 'difusor/testing necesita el paquete {package}, que no está instalado.',
  'error.TESTING_PACKAGE_MISSING.remedy': 'Instálelo con: npm install --save-dev {package}',
  'error.INTERNAL': 'Falla interna: {reason}.',
  'error.INTERNAL.remedy': 'Repórtela con la salida completa; es un defecto de difusor.',
} as const satisfies ErrorTexts;
