/** Words that say so wherever they stand in a key. */
const LONG_WORDS =
  /password|passwd|passphrase|contrase(?:ñ|n)a|authorization|secret|token|credential|(?:api|private|access)key/;
/** Words too short to be told apart inside others. */
const SHORT_WORDS = ['pass', 'pwd', 'clave'];
/** A key that ends so names or describes what holds a secret, or how it is made. */
const ABOUT_SECRETS = new Set(
  `age alarm arn attribute bucket count days description enabled endpoint field file group header host hours id ids
  identifier issuer key label length limit location lock manager minutes mode name names parameter path policy prefix
  ref region required role rotation rule scopes seconds service source stage status table tags template time title ttl
  type units uri url use validity version`.split(/\s+/),
);
/** These end in a key that is a secret all the same. */
const KEYS = /(?:api|private|access|secret)key$/;
/** AWS's own settings whose names sound like secrets. */
const HARMLESS = new Set(['httptokens', 'noecho', 'nexttoken']);

/** Whether a value under the key is a credential, by the key's own words. */
export function isSecretKey(key: string): boolean {
  const words = key
    .slice(0, 256)
    .replace(/([a-zñ\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zñ\d]+/)
    .filter((word) => word !== '');
  const whole = words.join('').replaceAll('secretsmanager', '');
  if (HARMLESS.has(whole)) return false;
  if (ABOUT_SECRETS.has(words.at(-1) ?? '') && !KEYS.test(whole)) return false;
  return LONG_WORDS.test(whole) || words.some((word) => SHORT_WORDS.includes(word));
}
