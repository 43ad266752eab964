import { globsOverlap } from './glob.js';

/** The longest pattern that CloudFront takes, characters. */
const MAX_PATTERN = 255;

/** Whether some path matches both CloudFront path patterns (`*` any characters, `?` one). */
export function patternsOverlap(a: string, b: string): boolean {
  return globsOverlap(normalize(a), normalize(b));
}

/** Whether every path of `path` matches the pattern, as far as that shows without solving globs in general. */
export function patternCovers(pattern: string, path: string): boolean {
  const whole = normalize(pattern);
  if (whole === '*' || whole === '/*' || whole === normalize(path)) return true;
  if (pattern.length > MAX_PATTERN || path.length > MAX_PATTERN) return false;
  return !/[*?]/.test(path) && patternsOverlap(pattern, path);
}

/** CloudFront takes a pattern without its leading slash as if it had one. */
function normalize(pattern: string): string {
  return /^[/*]/.test(pattern) ? pattern : `/${pattern}`;
}
