/** The one module that the cloudfront-js-2.0 runtime offers. */
declare module 'cloudfront' {
  interface KeyValueStoreHandle {
    /** @throws where the key is absent or the store cannot be read */
    get(key: string): Promise<string>;
    /** @throws where the store cannot be read */
    exists(key: string): Promise<boolean>;
  }
  const cloudfront: { kvs(): KeyValueStoreHandle };
  export default cloudfront;
}
