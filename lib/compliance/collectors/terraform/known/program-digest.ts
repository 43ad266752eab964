import { createHash } from 'node:crypto';

/** A quoted sentence, which differs from language to language and runs nothing: it only follows words that print. */
const SENTENCE =
  /(\b(?:printf|echo) |\btext=|"\$text ")'(?:[A-ZÁÉÍÓÚÑ¿¡]|%s [a-z])(?:[^']|'\\'')*'(?:'\\n')?/g;
const REFUSAL = /(\brefuse )'(?:[^']|'\\'')*'/g;
/** What a plan decides: the port of SSH, and the system's version. */
const PORT = /\[ "\$2" = \d{1,5} \]/g;
const SYSTEM = /'ubuntu \d\d\.\d\d'/g;

/** SHA-256, in hex, of a program of the toolkit's without its sentences and the few values that come from a plan. */
export function programDigest(program: string): string {
  const plain = program
    .replace(SENTENCE, "$1''")
    .replace(REFUSAL, "$1''")
    .replace(PORT, '[ "$2" = 0 ]')
    .replace(SYSTEM, "'ubuntu 0'");
  return createHash('sha256').update(plain.trimEnd()).digest('hex');
}
