const CREDENTIAL_SCOPE = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\//;

/** The region that a request is signed for, out of the credential scope of its Authorization header. */
export function signingRegion(authorization: string | undefined): string | undefined {
  return CREDENTIAL_SCOPE.exec(authorization ?? '')?.[1];
}
