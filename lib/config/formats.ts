/** A full DNS name in lower case: at least two labels, the last one no number. */
export const DNS_NAME =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Base of stack names: bucket, function and rule names append to it and stay within 63 characters. */
export const NAME = /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The code of a commercial region of AWS. */
export const REGION = /^(?!cn-|us-gov-|.*-iso)[a-z]{2}(?:-[a-z]{2,12}){1,2}-[1-9]$/;

export const ACCOUNT = /^\d{12}$/;

/** Region and account are the first and second group. */
export const CERTIFICATE_ARN =
  /^arn:aws:acm:([a-z0-9-]+):(\d{12}):certificate\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const HOSTED_ZONE_ID = /^Z[A-Z0-9]{5,31}$/;

/** Name of a secret in Secrets Manager. */
export const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,128}$/;

/** E.164. */
export const PHONE = /^\+[1-9]\d{7,14}$/;

/** One line that a person can see: no controls, and none of the letters and signs that are drawn as nothing. */
export const PRINTABLE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** `'self'`, `'none'`, `*`, or an https origin, optionally of all the names below it. */
export const FRAME_ANCESTOR =
  /^(?:'self'|'none'|\*|https:\/\/(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](?::[1-9]\d{0,4})?)$/;

export const TAG_KEY = /^(?![aA][wW][sS]:)[\p{L}\p{N} _.:/=+@-]{1,128}$/u;
export const TAG_VALUE = /^[\p{L}\p{N} _.:/=+@-]{0,256}$/u;

/** Id of a call, or a folder below the file's own: no absolute path, no `..`. */
export const CONVOCATORIA_REF =
  /^(?=.{1,256}$)(?:\.\/)?(?!\.{1,2}(?:\/|$))[\p{L}\p{N}._-]+(?:\/(?!\.{1,2}(?:\/|$))[\p{L}\p{N}._-]+)*\/?$/u;

/** Name of an S3 bucket; none that looks like an address. */
export const S3_BUCKET =
  /^(?=.{3,63}$)(?!\d{1,3}(?:\.\d{1,3}){3}$)(?!xn--|sthree-)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** Key of an S3 object, without the signs that a policy reads as wildcard or variable. */
export const S3_KEY = /^(?!\/)[A-Za-z0-9!_.'()/=+@:,& -]{1,1024}$/;

/** Name of an account on an SSH or rsync server; never an option. */
export const SSH_USER = /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}$/;

/** SHA-256 of a host's public key, as `ssh-keygen -l` prints it. */
export const HOST_KEY = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** RFC 6901, to a value below the root. */
export const JSON_POINTER = /^(?:\/(?:[^~/]|~[01])*){1,32}$/u;

/** Name, or end of a name, of the file that tells that a push is over. */
export const MARKER = /^(?!\.{1,2}$)[A-Za-z0-9._+-]{1,64}$/;

/** A folder of the site, with a slash at either end; no pattern and no `..`. */
export const STABLE_PREFIX = /^(?=.{3,256}$)\/(?:(?!\.{1,2}\/)[\w.-]+\/)+$/;

/** Name of one of the difusor's own hosts: part of a stack's name. */
export const HOST_NAME = /^(?=.{1,20}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Name of an account on Linux that is none of the system's own. */
export const HOST_USER =
  /^(?!(?:root|daemon|bin|sys|sync|games|man|lp|mail|news|uucp|proxy|www-data|backup|list|irc|nobody|sshd|syslog|messagebus|landscape|pollinate|_.*|systemd-.*)$)[a-z][a-z0-9_-]{0,31}$/;

/** Name of a module of an rsync daemon; `global` begins its general part. */
export const RSYNC_MODULE = /^(?!global$)[a-z][a-z0-9_-]{0,31}$/;

/** Key of an S3 object that holds a state: folders and a name, in letters that a policy takes as they are. */
export const STATE_KEY = /^(?=.{1,200}$)[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** A container image: registry, name, tag and digest, of which only the name must be there. */
export const IMAGE =
  /^(?=.{1,255}$)(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
