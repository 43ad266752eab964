/** The blocks into which a directive is put at random. */
export type Block = 'main' | 'events' | 'http' | 'server' | 'location';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Directives of nginx's own modules and of the usual others, as its documentation lists them. */
export const DIRECTIVES: readonly string[] = words(`
  absolute_redirect accept_mutex accept_mutex_delay access_log add_after_body add_before_body add_header add_trailer
  addition_types aio aio_write alias allow ancient_browser api auth_basic auth_basic_user_file auth_delay auth_http
  auth_jwt auth_jwt_claim_set auth_jwt_key_file auth_request auth_request_set autoindex autoindex_exact_size
  autoindex_format autoindex_localtime break charset charset_map charset_types chunked_transfer_encoding
  client_body_buffer_size client_body_in_file_only client_body_in_single_buffer client_body_temp_path
  client_body_timeout client_header_buffer_size client_header_timeout client_max_body_size connection_pool_size
  content_by_lua_block create_full_put_path daemon dav_access dav_methods debug_connection debug_points default_type
  deny directio directio_alignment disable_symlinks empty_gif env error_log error_page etag events expires f4f
  fastcgi_pass flv geo geoip_country google_perftools_profiles grpc_pass gunzip gunzip_buffers gzip gzip_buffers
  gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_static gzip_types gzip_vary hash
  header_filter_by_lua_block hls http http2 http2_body_preread_size http2_chunk_size http2_idle_timeout
  http2_max_concurrent_pushes http2_max_concurrent_streams http2_push http2_recv_timeout http3 http3_hq
  if_modified_since ignore_invalid_headers image_filter include index internal ip_hash js_body_filter js_content
  js_header_filter js_import js_set js_var keepalive_disable keepalive_min_timeout keepalive_requests keepalive_time
  keepalive_timeout keyval large_client_header_buffers limit_conn limit_conn_dry_run limit_conn_log_level
  limit_conn_status limit_conn_zone limit_except limit_rate limit_rate_after limit_req limit_req_dry_run
  limit_req_log_level limit_req_status limit_req_zone lingering_close lingering_time lingering_timeout listen
  load_module location lock_file log_format log_not_found log_subrequest map map_hash_bucket_size map_hash_max_size
  master_process max_ranges memcached_pass merge_slashes mirror mirror_request_body modern_browser modsecurity
  modsecurity_rules modsecurity_rules_file modsecurity_rules_remote more_set_headers mp4 msie_padding msie_refresh
  multi_accept open_file_cache open_file_cache_errors open_file_cache_min_uses open_file_cache_valid
  open_log_file_cache otel_trace output_buffers override_charset pcre_jit perl perl_modules perl_require perl_set pid
  port_in_redirect postpone_output preread_buffer_size proxy_pass proxy_protocol quic_gso quic_retry random_index
  read_ahead real_ip_header real_ip_recursive recursive_error_pages referer_hash_bucket_size request_pool_size
  reset_timedout_connection resolver resolver_timeout return rewrite rewrite_log root satisfy scgi_pass secure_link
  secure_link_md5 secure_link_secret send_lowat send_timeout sendfile sendfile_max_chunk server server_name
  server_name_in_redirect server_names_hash_bucket_size server_names_hash_max_size server_tokens session_log set
  set_real_ip_from slice source_charset split_clients ssi ssi_types ssl ssl_buffer_size ssl_certificate
  ssl_certificate_key ssl_ciphers ssl_client_certificate ssl_conf_command ssl_crl ssl_dhparam ssl_early_data
  ssl_ecdh_curve ssl_engine ssl_ocsp ssl_password_file ssl_prefer_server_ciphers ssl_protocols ssl_reject_handshake
  ssl_session_cache ssl_session_ticket_key ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_responder
  ssl_stapling_verify ssl_trusted_certificate ssl_verify_client ssl_verify_depth status status_zone stub_status
  sub_filter sub_filter_once subrequest_output_buffer_size tcp_nodelay tcp_nopush thread_pool timer_resolution
  try_files types types_hash_bucket_size types_hash_max_size underscores_in_headers uninitialized_variable_warn
  upstream use user userid userid_name uwsgi_pass valid_referers variables_hash_bucket_size variables_hash_max_size
  worker_aio_requests worker_connections worker_cpu_affinity worker_priority worker_processes worker_rlimit_core
  worker_rlimit_nofile worker_shutdown_timeout working_directory xclient xml_entities xslt_stylesheet zone`);

/**
 * What may be added to any block without a clause being lost, whatever it is set to: buffers and sizes, how nginx waits
 * and talks to its kernel, what it tells of itself, and settings of what is not there.
 */
export const OF_NO_ACCOUNT: ReadonlySet<string> = new Set(
  words(`absolute_redirect accept_mutex accept_mutex_delay aio aio_write autoindex_exact_size autoindex_format
  autoindex_localtime charset_types chunked_transfer_encoding client_body_buffer_size client_body_in_single_buffer
  client_body_timeout client_max_body_size connection_pool_size directio directio_alignment error_log gzip_buffers
  gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_types gzip_vary http2
  http2_chunk_size ignore_invalid_headers keepalive_disable keepalive_min_timeout keepalive_requests keepalive_time
  keepalive_timeout limit_conn_log_level limit_req_log_level lingering_close lingering_time lingering_timeout lock_file
  log_not_found log_subrequest log_format map_hash_bucket_size map_hash_max_size max_ranges merge_slashes
  multi_accept open_file_cache_min_uses open_log_file_cache output_buffers pcre_jit pid port_in_redirect
  postpone_output quic_gso quic_retry read_ahead request_pool_size reset_timedout_connection resolver resolver_timeout
  rewrite_log satisfy send_lowat sendfile sendfile_max_chunk server_name_in_redirect server_names_hash_bucket_size
  server_names_hash_max_size server_tokens ssl_buffer_size ssl_dhparam ssl_password_file ssl_prefer_server_ciphers
  ssl_session_cache ssl_session_ticket_key ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_responder
  ssl_stapling_verify ssl_trusted_certificate subrequest_output_buffer_size tcp_nodelay tcp_nopush thread_pool
  timer_resolution types_hash_bucket_size types_hash_max_size underscores_in_headers uninitialized_variable_warn use
  variables_hash_bucket_size variables_hash_max_size worker_aio_requests worker_cpu_affinity worker_priority
  worker_processes worker_shutdown_timeout client_body_temp_path ssi_types sub_filter_once mirror_request_body
  auth_basic_user_file allow`),
);

/** Settings that are harmless with these words alone. */
export const HARMLESS_SET: readonly RegExp[] = [
  /^(?:auth_basic|autoindex|client_body_in_file_only|dav_methods|expires|limit_conn_dry_run|limit_req_dry_run|mirror|msie_padding|msie_refresh|open_file_cache|random_index|recursive_error_pages|slice|ssi|ssl_early_data|ssl_reject_handshake|sub_filter|override_charset|source_charset|userid|ssl_verify_client|auth_request|auth_jwt|image_filter|modsecurity|daemon) off$/,
  /^(?:etag|master_process) on$/,
  /^(?:gzip|gunzip|gzip_static|http3|open_file_cache_errors) (?:on|off)$/,
  /^(?:limit_rate|auth_delay) 0$/,
  /^limit_rate_after \d+$/,
  /^charset (?:utf-8|off)$/,
  /^disable_symlinks off$/,
  /^index index\.html$/,
  /^error_page 404 (?:404 )*\/\S+$/,
  /^add_header X-A x$/,
  /^client_header_buffer_size 1k$/,
  /^ssl_certificate(?:_key)? \/(?:srv\/other|index\.html)$/,
];
