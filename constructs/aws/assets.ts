import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder with the bundled sync worker, entry `index.js`; the build makes it. */
export const workerAssetPath = (): string => join(packageRoot(), 'dist', 'assets', 'worker');

/** Source of the bundled edge function, for the cloudfront-js-2.0 runtime; the build makes it. */
export const edgeFunctionSource = (): string =>
  readFileSync(join(packageRoot(), 'dist', 'assets', 'viewer-request.js'), 'utf8');

/** Source of the bundled function that answers with the frame's page, for the same runtime. */
export const frameFunctionSource = (): string =>
  readFileSync(join(packageRoot(), 'dist', 'assets', 'frame-request.js'), 'utf8');

/** The nearest folder above with a package.json: the package, whether this runs compiled or from source. */
function packageRoot(folder: string = __dirname): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
