// The part of the CloudFront KeyValueStore that the pointer needs: one ETag for the whole store, moved by each put.

export class KeyValues {
  #values = new Map();
  #revision = 1;
  #snapshots = new Map();

  get(key) {
    return this.#values.get(key);
  }

  snapshot(name) {
    this.#snapshots.set(name, { values: new Map(this.#values), revision: this.#revision });
  }

  restore(name) {
    const { values, revision } = this.#snapshots.get(name) ?? { values: new Map(), revision: 1 };
    this.#values = new Map(values);
    this.#revision = revision;
  }

  answer({ method, path, headers, body }) {
    const [, , , , name] = path.split('/').map(decodeURIComponent);
    if (name === undefined) return this.#reply({ Status: 'READY', Created: 0 });
    if (method === 'GET') {
      const value = this.#values.get(name);
      return value === undefined
        ? refusal(404, 'ResourceNotFoundException')
        : this.#reply({ Key: name, Value: value });
    }
    if (headers['if-match'] !== this.#etag()) return refusal(409, 'ConflictException');
    this.#values.set(name, JSON.parse(body.toString('utf8')).Value);
    this.#revision += 1;
    return this.#reply({});
  }

  #reply(content) {
    const body = JSON.stringify({ ItemCount: this.#values.size, TotalSizeInBytes: 0, ...content });
    return { status: 200, headers: { 'content-type': 'application/json', etag: this.#etag() }, body };
  }

  #etag() {
    return `KV${this.#revision}`;
  }
}

function refusal(status, type) {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ Message: type }) };
}
