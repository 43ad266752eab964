import { z } from 'zod';
import * as formats from './formats.js';
import { packageFileFault } from './package-file.js';
import { checked, format, line } from './schema-parts.js';

const ALGORITHMS = ['sha256', 'md5'] as const;
const packageFile = checked(packageFileFault);

/** What a package is, and what of it is checked before it is published. */
export const packageSchema = z.strictObject({
  cutTime: z
    .union([
      z.enum(['archive-name', 'arrival']),
      z.strictObject({ json: packageFile, pointer: format(formats.JSON_POINTER, 'problem.json-pointer') }),
      z.strictObject({ csv: packageFile }),
    ])
    .default('archive-name'),
  // Both cuts of a real election weigh under 3 MiB; the package reader unpacks at most 2 GiB.
  maxMib: z.int().min(1).max(2048).default(512),
  mustContain: z.array(packageFile).min(1).max(50).optional(),
  incremental: z.boolean().optional(),
  sidecar: z.enum(ALGORITHMS).optional(),
  digests: z.strictObject({ file: packageFile, algorithm: z.enum(ALGORITHMS).default('sha256') }).optional(),
  actas: z.strictObject({ csv: packageFile, column: line(120), images: packageFile }).optional(),
});
