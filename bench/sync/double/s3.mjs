// The part of S3 that the AWS CLI, rclone, s3cmd and the SDK use to copy a folder: one bucket, objects of one part.
import { arrivedWhole, contentOf } from './body.mjs';
import { listing } from './listing.mjs';

const BUCKET_SETTINGS = {
  location: '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
  versioning: '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
};

/** What a request asks for, as S3's price list and the benchmark's figures tell requests apart. */
export function kindOf({ method, key, query, headers }) {
  if (key === '')
    return method === 'GET' && settingIn(query) === undefined ? 'LIST' : bucketKind(method, query);
  if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) return 'COPY';
  return method;
}

function bucketKind(method, query) {
  if (method === 'POST' && query.has('delete')) return 'DELETE';
  return `${method} bucket`;
}

/**
 * Answers a request as S3 would.
 * @returns status, headers and body of the answer
 */
export function answer(objects, request) {
  const handle = { LIST: list, PUT: put, COPY: copy, GET: get, HEAD: get, DELETE: remove }[kindOf(request)];
  return (handle ?? askBucket)(objects, request);
}

function list(objects, { query }) {
  return xml(200, listing(objects, query));
}

function put(objects, { key, headers, query, body }) {
  const { content, trailers } = contentOf(body, headers);
  const presigned = Object.fromEntries([...query].map(([name, value]) => [name.toLowerCase(), value]));
  if (!arrivedWhole(content, { ...presigned, ...headers, ...trailers })) return failure(400, 'BadDigest');
  const there = objects.get(key);
  if (headers['if-none-match'] === '*' && there !== undefined) return failure(412, 'PreconditionFailed');
  if (headers['if-match'] !== undefined && headers['if-match'] !== `"${there?.md5}"`)
    return failure(there === undefined ? 404 : 412, there === undefined ? 'NoSuchKey' : 'PreconditionFailed');
  const { md5 } = objects.put(key, content, headers);
  return { status: 200, headers: { etag: `"${md5}"` }, body: '' };
}

function copy(objects, { key, headers }) {
  const source = decodeURIComponent(headers['x-amz-copy-source']).replace(/^\/?[^/]+\//, '');
  const from = objects.get(source);
  if (from === undefined) return failure(404, 'NoSuchKey');
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  const { md5, sha256 } = objects.copy(from, key, replaces ? headers : undefined);
  const checksum = Buffer.from(sha256, 'hex').toString('base64');
  return xml(
    200,
    `<CopyObjectResult><ETag>"${md5}"</ETag><ChecksumSHA256>${checksum}</ChecksumSHA256></CopyObjectResult>`,
  );
}

function get(objects, { method, key }) {
  const object = objects.get(key);
  if (object === undefined) return failure(404, 'NoSuchKey');
  const headers = {
    ...object.headers,
    etag: `"${object.md5}"`,
    'last-modified': new Date(object.modified * 1000).toUTCString(),
    'content-length': object.size,
  };
  if (method === 'HEAD') return { status: 200, headers, body: '' };
  return object.content === undefined
    ? failure(501, 'NotImplemented')
    : { status: 200, headers, body: object.content };
}

function remove(objects, { key, body }) {
  if (key !== '') {
    objects.delete(key);
    return { status: 204, headers: {}, body: '' };
  }
  const keys = [...body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name]) => name);
  for (const name of keys)
    objects.delete(name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  const deleted = keys.map((name) => `<Deleted><Key>${name}</Key></Deleted>`).join('');
  return xml(200, `<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${deleted}</DeleteResult>`);
}

function askBucket(_objects, { method, query }) {
  if (method === 'HEAD' || method === 'PUT') return { status: 200, headers: {}, body: '' };
  const setting = BUCKET_SETTINGS[settingIn(query)];
  return setting === undefined ? failure(501, 'NotImplemented') : xml(200, setting);
}

function settingIn(query) {
  return ['location', 'versioning', 'acl', 'policy', 'cors', 'lifecycle', 'encryption'].find((name) =>
    query.has(name),
  );
}

function xml(status, content) {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${content}`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function failure(status, code) {
  return xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
