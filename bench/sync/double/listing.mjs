// A page of a bucket's listing, in both versions of the call.

const MOST_KEYS = 1000;

/** The answer's XML. */
export function listing(objects, query) {
  const page = pageOf(objects, query);
  const quote = query.get('encoding-type') === 'url' ? urlQuoted : xmlQuoted;
  return [
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>site</Name><Prefix>${quote(query.get('prefix') ?? '')}</Prefix>`,
    query.has('delimiter') ? `<Delimiter>${quote(query.get('delimiter'))}</Delimiter>` : '',
    query.get('encoding-type') === 'url' ? '<EncodingType>url</EncodingType>' : '',
    `<MaxKeys>${page.limit}</MaxKeys><IsTruncated>${page.more}</IsTruncated>`,
    query.get('list-type') === '2' ? tokens(page) : markers(page, quote),
    ...page.keys.map((key) => contents(key, objects.get(key), quote)),
    ...page.folders.map((folder) => `<CommonPrefixes><Prefix>${quote(folder)}</Prefix></CommonPrefixes>`),
    '</ListBucketResult>',
  ].join('');
}

function pageOf(objects, query) {
  const prefix = query.get('prefix') ?? '';
  const limit = Math.min(MOST_KEYS, Number(query.get('max-keys') ?? MOST_KEYS));
  const entries = entriesOf(objects.keys(), prefix, query.get('delimiter') ?? '', startOf(query));
  const page = entries.slice(0, limit);
  return {
    limit,
    more: entries.length > limit,
    last: page.at(-1)?.name ?? '',
    keys: page.filter(({ isFolder }) => !isFolder).map(({ name }) => name),
    folders: page.filter(({ isFolder }) => isFolder).map(({ name }) => name),
  };
}

function entriesOf(keys, prefix, delimiter, after) {
  const entries = new Map();
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = end === -1 ? key : key.slice(0, end + delimiter.length);
    if (name > after) entries.set(name, { name, isFolder: end !== -1 });
  }
  return [...entries.values()];
}

function startOf(query) {
  const token = query.get('continuation-token');
  if (token !== null) return Buffer.from(token, 'base64url').toString('utf8');
  return query.get('start-after') ?? query.get('marker') ?? '';
}

function tokens({ keys, folders, more, last }) {
  const next = Buffer.from(last).toString('base64url');
  const count = `<KeyCount>${keys.length + folders.length}</KeyCount>`;
  return more ? `${count}<NextContinuationToken>${next}</NextContinuationToken>` : count;
}

function markers({ more, last }, quote) {
  return more ? `<NextMarker>${quote(last)}</NextMarker>` : '';
}

function contents(key, { modified, md5, size }, quote) {
  const time = new Date(modified * 1000).toISOString();
  return [
    `<Contents><Key>${quote(key)}</Key><LastModified>${time}</LastModified><ETag>&quot;${md5}&quot;</ETag>`,
    `<Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  ].join('');
}

function urlQuoted(text) {
  return encodeURIComponent(text).replaceAll('%2F', '/');
}

function xmlQuoted(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
