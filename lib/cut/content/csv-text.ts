const BYTE_ORDER_MARK = '\ufeff';

/** What Windows-1252 has from 0x80 to 0x9f; Node 20's decoder of that name reads Latin-1 instead. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text of an institute: UTF-8, with or without byte order mark, else Windows-1252; a cut-off last letter is dropped. */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80));
}

/** The lines of a text, whichever of LF, CR LF and CR ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
