/** Where the institute's credentials are kept. They are read anew for each run, so that a change needs no restart. */
export interface SecretReader {
  /**
   * The text of a secret.
   * @throws SECRET_UNREADABLE, never with any part of the text
   */
  read(name: string): Promise<string>;
}
