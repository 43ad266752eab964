const SECRET_TEXT = /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/;
const WITH_CREDENTIALS = /:\/\/[^/\s:@]{1,256}:([^/\s@]{1,256})@/;
const BASIC = /^Basic ([A-Za-z0-9+/]{6,}={0,2})$/;

/**
 * Whether a text is a credential by its form, under any name.
 * @param refers whether a password in an address only refers to one, as the template's language does
 */
export function isSecretText(text: string, refers: (password: string) => boolean): boolean {
  const password = WITH_CREDENTIALS.exec(text)?.[1];
  const inAddress = password !== undefined && !refers(password);
  const basic = BASIC.exec(text)?.[1];
  const inHeader = basic !== undefined && /^[ -~]+:[ -~]*$/.test(Buffer.from(basic, 'base64').toString());
  return inAddress || inHeader || SECRET_TEXT.test(text);
}
