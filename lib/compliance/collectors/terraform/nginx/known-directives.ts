import type { WebServerPart } from '../../../facts.js';
import { CONDITIONS, type Context } from './conditions.js';

const EVERY: readonly Context[] = ['http', 'server', 'location'];
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Directives that no duty of a call rests on, whatever they are set to, by where nginx takes them. */
const HARMLESS: readonly (readonly [contexts: readonly Context[], names: readonly string[]])[] = [
  [
    ['main'],
    words(`lock_file pcre_jit pid thread_pool timer_resolution worker_cpu_affinity worker_priority worker_processes
      worker_shutdown_timeout`),
  ],
  [['main', ...EVERY], words('error_log')],
  [['events'], words('accept_mutex accept_mutex_delay multi_accept use worker_aio_requests')],
  [
    ['http'],
    words(`client_body_temp_path fastcgi_temp_path log_format map_hash_bucket_size map_hash_max_size proxy_temp_path
      scgi_temp_path server_names_hash_bucket_size server_names_hash_max_size uwsgi_temp_path
      variables_hash_bucket_size variables_hash_max_size`),
  ],
  [
    ['http', 'server'],
    words(`connection_pool_size http2 http2_chunk_size ignore_invalid_headers merge_slashes quic_gso quic_retry
      request_pool_size ssl_buffer_size ssl_dhparam ssl_password_file ssl_prefer_server_ciphers ssl_session_cache
      ssl_session_ticket_key ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_responder
      ssl_stapling_verify ssl_trusted_certificate underscores_in_headers`),
  ],
  [
    EVERY,
    words(`absolute_redirect aio aio_write autoindex_exact_size autoindex_format autoindex_localtime charset_types
      chunked_transfer_encoding client_body_buffer_size client_body_in_single_buffer client_body_timeout
      client_max_body_size directio directio_alignment gzip_buffers gzip_comp_level gzip_disable gzip_http_version
      gzip_min_length gzip_proxied gzip_types gzip_vary keepalive_disable keepalive_min_timeout keepalive_requests
      keepalive_time keepalive_timeout limit_conn_log_level limit_req_log_level lingering_close lingering_time
      lingering_timeout log_not_found log_subrequest max_ranges modsecurity_transaction_id open_file_cache_min_uses
      open_log_file_cache output_buffers port_in_redirect postpone_output read_ahead reset_timedout_connection resolver
      resolver_timeout rewrite_log satisfy send_lowat sendfile sendfile_max_chunk server_name_in_redirect server_tokens
      subrequest_output_buffer_size tcp_nodelay tcp_nopush types_hash_bucket_size types_hash_max_size
      uninitialized_variable_warn`),
  ],
];

/** Directives that may stand more than once in one block; of any other the second keeps nginx from starting. */
export const REPEATABLE: ReadonlySet<string> = new Set(
  words(`access_log add_header allow deny env error_log error_page fastcgi_param geo if limit_conn limit_conn_zone
    limit_except limit_req limit_req_zone listen load_module location log_format map mirror modsecurity_rules
    modsecurity_rules_file proxy_set_header return rewrite scgi_param server server_name set split_clients
    ssl_certificate ssl_certificate_key sub_filter types upstream uwsgi_param`),
);

const BY_NAME = new Map<string, readonly Context[]>(
  HARMLESS.flatMap(([contexts, names]) => names.map((name) => [name, contexts] as const)),
);

/** Where a directive does nothing of note, whatever it is set to. */
export function harmlessIn(name: string, context: Context): boolean {
  return BY_NAME.get(name)?.includes(context) === true;
}

/** What a directive with these words makes doubtful; nothing where they are known; `undefined`: it is not known at all. */
export function doubtOf(
  name: string,
  args: readonly string[],
  context: Context,
): readonly WebServerPart[] | undefined {
  if (harmlessIn(name, context)) return [];
  const condition = Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined;
  if (condition?.contexts.includes(context) !== true) return undefined;
  return condition.known(args) ? [] : condition.touches;
}

/** Directives by which something else than the file answers, or its body is changed: facts tell of them. */
export const ALTERING =
  /^(?:sub_filter|addition_types|add_before_body|add_after_body|proxy_pass|fastcgi_pass|uwsgi_pass|scgi_pass|grpc_pass|memcached_pass|mirror|image_filter|xslt_stylesheet|rewrite|random_index|empty_gif|slice|mp4|flv|ssi|override_charset|source_charset)$/;

/** Settings of what alters, which say nothing where nothing alters. */
export const OF_ALTERING =
  /^(?:sub_filter_(?:last_modified|once|types)|proxy_(?!protocol)\w+|fastcgi_\w+|uwsgi_\w+|scgi_\w+|grpc_\w+|memcached_\w+|image_filter_\w+|ssi_\w+|mirror_request_body|auth_basic_user_file)$/;

/** Directives by which readers are turned away, beside `deny`, `return` and `if`: facts tell of them. */
export const TURNING_AWAY: readonly string[] = [
  'auth_basic',
  'auth_request',
  'auth_jwt',
  'ssl_verify_client',
];

/** What the readers of facts tell of, beside these. */
export const READ: readonly string[] = [...TURNING_AWAY, 'alias', 'deny', 'expires', 'root'];
