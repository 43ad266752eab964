import { handlerRefusal } from '../aws-refusal.js';
import { asText, objectAt, stringAt } from '../json.js';
import type { ServiceCheck } from './service-check.js';

/** Bytes of all variables of a function, names and values. */
const MAX_ENVIRONMENT_BYTES = 4096;

/** Lambda: the code has been uploaded, and the variables fit. */
export const checkLambdaFunction: ServiceCheck = ({ properties, objects }) => {
  checkCode(objectAt(properties, 'Code'), objects);
  const variables = objectAt(objectAt(properties, 'Environment'), 'Variables');
  const bytes = Object.entries(variables).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(asText(value)),
    0,
  );
  if (bytes > MAX_ENVIRONMENT_BYTES) {
    throw handlerRefusal(
      'Lambda',
      'Lambda was unable to configure your environment variables because the environment variables you have provided' +
        ` exceeded the 4KB limit. String measured: ${bytes} bytes`,
    );
  }
};

/** Lambda: a layer's content has been uploaded. */
export const checkLambdaLayer: ServiceCheck = ({ properties, objects }) => {
  checkCode(objectAt(properties, 'Content'), objects);
};

function checkCode(code: ReturnType<typeof objectAt>, objects: Parameters<ServiceCheck>[0]['objects']): void {
  const bucket = stringAt(code, 'S3Bucket');
  const key = stringAt(code, 'S3Key');
  if (bucket !== undefined && key !== undefined && !objects.has(bucket, key)) {
    throw handlerRefusal(
      'Lambda',
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
    );
  }
}
