import type { ErrorCode } from '../../errors.js';
import { archive } from './archive.js';

type ErrorTexts = Record<`error.${ErrorCode}` | `error.${ErrorCode}.remedy`, string>;

/** What happened and what to do, for each error code. */
export const errors = {
  ...archive,
  'error.CONFIG_NOT_FOUND': 'No encontré el archivo de configuración {path}.',
  'error.CONFIG_NOT_FOUND.remedy':
    'Escriba difusor.yaml en esta carpeta, o diga dónde está: --config RUTA, -c difusor=RUTA (cdk) o la variable DIFUSOR.',
  'error.CONFIG_UNREADABLE': 'No pude leer {path}: {reason}.',
  'error.CONFIG_UNREADABLE.remedy':
    'Revise que sea un archivo de texto UTF-8 de menos de {maxKib} KiB y que haya permiso de lectura.',
  'error.CONFIG_INVALID': '{path} tiene {count, plural, one {un problema} other {# problemas}}:',
  'error.CONFIG_INVALID.remedy': 'Corrija lo señalado; nada se aprovisionó ni se publicó.',
  'error.PLAN_TARGET':
    '{path} es para {target, select, aws {AWS} server {servidores propios} other {{target}}}, y esta orden para lo otro.',
  'error.PLAN_TARGET.remedy':
    'Con servidores: `DIFUSOR={path} node dist/bin/server.js`. Con AWS: `cdk synth -c difusor={path}`.',
  'error.PLAN_PUBLISHES_NOTHING':
    '{path} solo muestra el sitio oficial en un marco: no hay nada que publicar.',
  'error.PLAN_PUBLISHES_NOTHING.remedy':
    'El trabajador es para el método de paquetes; en el del marco nadie lo necesita.',
  'error.CONVOCATORIA_NOT_FOUND': 'No conozco la convocatoria {id}. Conocidas: {known}.',
  'error.CONVOCATORIA_NOT_FOUND.remedy':
    'Use una de las conocidas, o la ruta de una carpeta propia con convocatoria.yaml y clauses.yaml.',
  'error.CONVOCATORIA_INVALID':
    'La convocatoria {id} tiene {count, plural, one {un problema} other {# problemas}}:',
  'error.CONVOCATORIA_INVALID.remedy':
    'Corrija los datos de la convocatoria; el esquema está en schema/convocatoria.json.',
  'error.NGINX_VALUE_UNWRITABLE':
    'La configuración de nginx no puede llevar el valor de {place}: tiene comillas dobles, \\, $ o un salto de línea.',
  'error.NGINX_VALUE_UNWRITABLE.remedy':
    'Cambie ese valor en difusor.yaml o en los datos de la convocatoria.',
  'error.CLAUSE_NOT_FOUND': 'La convocatoria {convocatoria} no tiene la cláusula {clause}.',
  'error.CLAUSE_NOT_FOUND.remedy': 'Vea las cláusulas con: difusor explain {convocatoria}',
  'error.TEMPLATE_UNREADABLE': 'No pude leer la plantilla {path}: {reason}.',
  'error.TEMPLATE_UNREADABLE.remedy':
    'Dé una plantilla en JSON, de CloudFormation o de Terraform (cdk.tf.json), o la carpeta cdk.out o cdktf.out que la contiene.',
  'error.USAGE': '{reason}',
  'error.USAGE.remedy': 'Vea las opciones con: difusor --help',
  'error.CUT_TIME_UNKNOWN':
    'No sé de qué hora es el corte {name}: {reason, select, name {el nombre no sigue el patrón {place}} noFile {no trae {place}} severalFiles {{place} puede ser más de un archivo, {found}} unreadable {no pude leer {place}: {found, select, duplicate {trae dos archivos con el mismo nombre} checksum {el contenido de uno de sus archivos no es el de su suma CRC-32} json {no es JSON} csv {no es CSV} other {está dañado, o no es lo que su nombre dice}}} noTime {{place} no dice ninguna hora} severalTimes {{place} dice varias, {found}} skipped {la zona horaria nunca tuvo la hora {found}} twice {la zona horaria tuvo dos veces la hora {found}, y falta su desfase} other {«{found}», en {place}, no es una fecha con hora}}.',
  'error.CUT_TIME_UNKNOWN.remedy':
    'Pregunte al instituto dónde viene la hora de sus cortes y ajuste package.cutTime.',
  'error.CUT_OLDER_THAN_LIVE': 'El corte {generation} es anterior al publicado, {live}.',
  'error.CUT_OLDER_THAN_LIVE.remedy':
    'No se publica un corte anterior; si es una corrección, pídala con hora nueva.',
  'error.CUT_FROM_THE_FUTURE': 'El corte dice ser de {cutTime}, {minutes} minutos adelante del reloj.',
  'error.CUT_FROM_THE_FUTURE.remedy': 'Revise el reloj del servidor (NTP) y la zona horaria del paquete.',
  'error.SOURCE_UNREACHABLE': 'No pude conectarme con {host}: {reason}.',
  'error.SOURCE_UNREACHABLE.remedy':
    'Se intenta de nuevo; si dura más de un periodo, llame al soporte del instituto.',
  'error.SOURCE_REFUSED':
    '{host} {status, select, login {no aceptó las credenciales} permission {no permite leer el paquete} other {contestó {status} y no entregó el paquete}}.',
  'error.SOURCE_REFUSED.remedy':
    'Revise las credenciales del secreto y que el instituto tenga registrada su IP fija.',
  'error.SOURCE_NOT_A_PACKAGE':
    '{contentType, select, folder {{name}, en {host}, es una carpeta y no un paquete} special {{name}, en {host}, no es un archivo sino una carpeta, un enlace o algo así} other {{host} contestó con {contentType} en vez de un paquete}}.',
  'error.SOURCE_NOT_A_PACKAGE.remedy':
    'Revise la ruta en source y llame al instituto; una página suele ser de error o de acceso.',
  'error.SOURCE_TRUNCATED':
    'La descarga llegó incompleta: {declared, select, unknown {se cortó tras {received, number} bytes} other {{received} de {declared} bytes}}.',
  'error.SOURCE_TRUNCATED.remedy': 'Se descarga otra vez en el siguiente intento.',
  'error.SOURCE_CHANGED': '{path} cambió mientras se leía.',
  'error.SOURCE_CHANGED.remedy':
    'Se lee otra vez en el siguiente intento; si persiste, pida al instituto que suba con otro nombre y renombre al terminar.',
  'error.SOURCE_REDIRECTED': '{host} quiso mandar la descarga a {target}.',
  'error.SOURCE_REDIRECTED.remedy':
    'No se siguen redirecciones a otro servidor; pida al instituto la dirección definitiva.',
  'error.SOURCE_TOO_LARGE': 'El paquete pasa de {limitMib} MiB.',
  'error.SOURCE_TOO_LARGE.remedy': 'Confirme el tamaño con el instituto antes de subir el límite.',
  'error.SOURCE_ADDRESS_FORBIDDEN': '{host} resuelve a {address}, una dirección privada o reservada.',
  'error.SOURCE_ADDRESS_FORBIDDEN.remedy': 'La fuente debe ser pública; revise source.host y su DNS.',
  'error.SECRET_UNREADABLE': 'No pude usar el secreto {name}: {reason}.',
  'error.SECRET_UNREADABLE.remedy':
    'Guarde en el secreto un JSON con username y password (basic), token (bearer), certificate y key (certificate), accessKeyId y secretAccessKey (s3), o privateKey o password (sftp), y dé permiso de lectura al trabajador.',
  'error.STORE_WRITE_FAILED': 'No pude escribir {path}: {reason}.',
  'error.STORE_WRITE_FAILED.remedy':
    'Revise espacio, permisos y red; lo publicado sigue en su lugar y se reintenta.',
  'error.STORE_READ_FAILED': 'No pude leer {path}: {reason}.',
  'error.STORE_READ_FAILED.remedy': 'Revise permisos y red; lo publicado sigue en su lugar.',
  'error.POINTER_MOVED': 'Otro proceso movió el corte publicado mientras este publicaba {generation}.',
  'error.POINTER_MOVED.remedy':
    'No hay que hacer nada: se vuelve a leer y se compara en el siguiente intento.',
  'error.NOTES_MOVED': 'Otro proceso escribió las notas del trabajador mientras este escribía las suyas.',
  'error.NOTES_MOVED.remedy':
    'No hay que hacer nada: se vuelven a leer y se escriben en el siguiente intento.',
  'error.POINTER_UNREADABLE': 'El puntero del corte publicado no se entiende: {value}.',
  'error.POINTER_UNREADABLE.remedy':
    'Llame a quien opera la publicación: nadie debe escribir el puntero a mano.',
  'error.SETTINGS_INVALID': 'Los ajustes del trabajador no son válidos: {reason}.',
  'error.SETTINGS_INVALID.remedy':
    'Vuelva a aprovisionar con el toolkit; no edite las variables de la función a mano.',
  'error.SOURCE_NEEDS_HOST':
    'La fuente es {kind}, que necesita un equipo con disco propio; el trabajador de AWS no lo tiene.',
  'error.SOURCE_NEEDS_HOST.remedy':
    'En AWS use https, s3 o sftp; con {kind} publique desde un servidor con: difusor sync',
  'error.SETTINGS_TOO_LARGE':
    'Los ajustes del trabajador ocupan {bytes} bytes; en las variables de una función caben {limit}.',
  'error.SETTINGS_TOO_LARGE.remedy': 'Quite de dates.rehearsals los simulacros que ya pasaron.',
  'error.CUT_ROLLED_BACK': 'El corte {generation} no es posterior a {floor}, del que una persona se regresó.',
  'error.CUT_ROLLED_BACK.remedy':
    'Espere un corte más nuevo del instituto; para mostrar este, use: difusor rollback --to {generation} --reason …',
  'error.CUT_INCOMPLETE': 'Al corte {package} le falta {file}.',
  'error.CUT_INCOMPLETE.remedy':
    'No se publica un corte a medias; avise al instituto, o corrija package.mustContain.',
  'error.CUT_GAP':
    '{package} trae solo cambios, y antes falta {missing} ({reason}): no se publica un estado que el instituto nunca tuvo.',
  'error.CUT_GAP.remedy':
    'Pida al instituto {missing} otra vez, o un paquete completo. Si confirma que nada se pierde: difusor accept-gap --reason …',
  'error.CUT_BASE_MISSING':
    'El paquete {package} trae solo cambios, y falta {file} del corte sobre el que se aplican.',
  'error.CUT_BASE_MISSING.remedy':
    'Pida al instituto un paquete completo; los siguientes se aplican sobre ese.',
  'error.INTEGRITY_SIDECAR_MISSING': 'La fuente no tiene el archivo con el {algorithm} de {package}.',
  'error.INTEGRITY_SIDECAR_MISSING.remedy':
    'Se pregunta otra vez en el siguiente intento; si persiste, avise al instituto o quite package.sidecar.',
  'error.INTEGRITY_SIDECAR_MISMATCH':
    'El {algorithm} de {package} es {actual}; el instituto dice {expected}.',
  'error.INTEGRITY_SIDECAR_MISMATCH.remedy':
    'No se publica: se descarga otra vez en el siguiente intento; si persiste, avise al instituto.',
  'error.INTEGRITY_DIGEST_MISMATCH':
    'El {algorithm} de {file} no es el que dice {list}: debía ser {expected} y {actual, select, absent {no está en el paquete} other {resultó {actual}}}.',
  'error.INTEGRITY_DIGEST_MISMATCH.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.INTEGRITY_ACTA_UNKNOWN':
    'La base de datos no conoce la imagen {image}: ninguna fila de la columna {column} tiene su SHA-256, {actual}.',
  'error.INTEGRITY_ACTA_UNKNOWN.remedy':
    'No publique ese paquete: guárdelo como evidencia y avise al instituto.',
  'error.INTEGRITY_LIST_UNREADABLE':
    'No pude comprobar la integridad con {file}: {reason, select, several {puede ser más de un archivo, {found}} noColumn {no trae la columna {found}} noDigests {su línea {found} no es la de una lista de resúmenes} other {{found, select, duplicate {trae dos archivos con el mismo nombre} checksum {el contenido de uno de sus archivos no es el de su suma CRC-32} json {no es JSON} csv {no es CSV} other {está dañado, o no es lo que su nombre dice}}}}.',
  'error.INTEGRITY_LIST_UNREADABLE.remedy':
    'No se publica. Revise package.digests y package.actas; si están bien, avise al instituto.',
  'error.SOURCE_HOST_KEY_CHANGED': '{host} mostró la llave {actual}, que no está entre las esperadas.',
  'error.SOURCE_HOST_KEY_CHANGED.remedy':
    'No se envió ninguna credencial. Confirme la llave por teléfono con el instituto antes de cambiar source.hostKeys.',
  'error.SOURCE_TOOL_MISSING': 'Falta el programa {tool}, con el que se lee esta fuente.',
  'error.SOURCE_TOOL_MISSING.remedy': 'Instálelo, en Debian o Ubuntu con: apt-get install {tool}',
  'error.SOURCE_TOOL_TOO_OLD':
    'El programa {tool} es la versión {version}; se necesita {oldest} o una más nueva.',
  'error.SOURCE_TOOL_TOO_OLD.remedy': 'Actualícelo, en Debian o Ubuntu con: apt-get install {tool}',
  'error.STABLE_FILE_TAKEN': '{path} ya tiene otro contenido en su lugar estable.',
  'error.STABLE_FILE_TAKEN.remedy': 'No hay que hacer nada: el corte se prepara en un lugar nuevo.',
  'error.CUT_NOT_FOUND': 'No hay ningún corte {generation} completo en el sitio.',
  'error.CUT_NOT_FOUND.remedy': 'Vea los que hay con: difusor journal',
  'error.OPENING_AHEAD': 'La apertura es {opensAt}; antes no se muestra nada.',
  'error.OPENING_AHEAD.remedy': 'El trabajador abre el sitio a esa hora; no hay que hacer nada.',
  'error.REHEARSAL_AS_LIVE': 'El corte {generation} es del simulacro {window}: no se muestra como resultado.',
  'error.REHEARSAL_AS_LIVE.remedy': 'Elija un corte de la ventana en curso.',
  'error.NOTHING_TO_ROLL_BACK': 'No hay un corte anterior al publicado al que regresar.',
  'error.NOTHING_TO_ROLL_BACK.remedy': 'Si lo publicado es erróneo, ciérrelo con: difusor close --reason …',
  'error.JOURNAL_BROKEN':
    'La bitácora {path} no cuadra en la línea {line}: {reason, select, hash {su huella no es la de su contenido} previous {no sigue a la anterior} sequence {falta o sobra un número} unreadable {no se entiende} other {{reason}}}.',
  'error.JOURNAL_BROKEN.remedy': 'Guarde una copia como evidencia: alguien la modificó o el disco la dañó.',
  'error.JOURNAL_LOCKED': 'Otro proceso tiene tomada la bitácora {path}.',
  'error.JOURNAL_LOCKED.remedy':
    'Se intenta de nuevo; si ningún proceso de difusor está en marcha, borre {path}.lock',
  'error.JOURNAL_WRITE_FAILED': 'No pude escribir en la bitácora {path}: {reason}.',
  'error.JOURNAL_WRITE_FAILED.remedy':
    'Revise espacio y permisos; se sigue publicando, y el registro del trabajador lo dice todo.',
  'error.JOURNAL_READ_FAILED': 'No pude leer la bitácora {path}: {reason}.',
  'error.JOURNAL_READ_FAILED.remedy': 'Revise la ruta y los permisos.',
  'error.OUTSIDE_UNREACHABLE': 'Desde fuera no se ve el sitio: {url} ({reason}).',
  'error.OUTSIDE_UNREACHABLE.remedy':
    'Revise DNS, certificado, cortafuegos y la red; el corte está publicado en el origen.',
  'error.OUTSIDE_MISMATCH': 'Desde fuera, {url} no tiene el contenido del corte {generation}.',
  'error.OUTSIDE_MISMATCH.remedy': 'Revise cachés intermedias y que el dominio lleve a este sitio.',
  'error.TESTING_PACKAGE_MISSING': 'difusor/testing necesita el paquete {package}, que no está instalado.',
  'error.TESTING_PACKAGE_MISSING.remedy': 'Instálelo con: npm install --save-dev {package}',
  'error.INTERNAL': 'Falla interna: {reason}.',
  'error.INTERNAL.remedy': 'Repórtela con la salida completa; es un defecto de difusor.',
} as const satisfies ErrorTexts;
