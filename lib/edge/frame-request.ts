// The CloudFront Function of a site that frames the official one, for the cloudfront-js-2.0 runtime; the construct
// appends `FRAME_PAGE` and `FRAME_POLICY`. See pointer.ts for what that runtime lacks.

declare const FRAME_PAGE: string;
declare const FRAME_POLICY: string;

interface Request {
  uri: string;
}

interface Response {
  statusCode: number;
  statusDescription: string;
  headers: Record<string, { value: string }>;
  body: string;
}

/** The page at the root; every other path is the bucket's, where the difusor may put an icon or a logo. */
export function handler(event: { request: Request }): Request | Response {
  const request = event.request;
  if (request.uri !== '/' && request.uri !== '/index.html') return request;
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'text/html; charset=utf-8' },
      'cache-control': { value: 'no-cache' },
      'content-security-policy': { value: FRAME_POLICY },
    },
    body: FRAME_PAGE,
  };
}
