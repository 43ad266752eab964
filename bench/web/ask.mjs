// One request by TLS, whatever the certificate says.
import { request } from 'node:https';

/** @returns status and headers, once the whole answer is there */
export function ask({ host, port }, path, options = {}) {
  return new Promise((resolve, reject) => {
    request({ host, port, path, rejectUnauthorized: false, ...options }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
