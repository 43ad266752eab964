/** Directives that neither change an answer, nor turn a reader away, nor are judged elsewhere. */
export const HARMLESS: ReadonlySet<string> = new Set(
  `absolute_redirect accept_mutex aio aio_write charset charset_types chunked_transfer_encoding client_body_buffer_size
  client_body_temp_path client_body_timeout client_header_buffer_size client_header_timeout client_max_body_size
  connection_pool_size daemon default_type directio disable_symlinks env error_log etag events fastcgi_temp_path
  gunzip gzip gzip_buffers gzip_comp_level gzip_disable gzip_http_version gzip_min_length gzip_proxied gzip_static
  gzip_types gzip_vary http http2 http2_max_concurrent_streams if_modified_since ignore_invalid_headers index
  keepalive_disable keepalive_min_timeout keepalive_requests keepalive_time keepalive_timeout large_client_header_buffers
  limit_conn limit_conn_log_level limit_conn_status limit_conn_zone limit_req_log_level limit_req_status limit_req_zone
  lingering_close lingering_time lingering_timeout listen load_module location lock_file log_format log_not_found
  log_subrequest map map_hash_bucket_size map_hash_max_size master_process max_ranges merge_slashes multi_accept
  open_file_cache open_file_cache_errors open_file_cache_min_uses open_file_cache_valid open_log_file_cache
  output_buffers pcre_jit pid port_in_redirect postpone_output proxy_temp_path quic_gso quic_retry read_ahead
  recursive_error_pages request_pool_size reset_timedout_connection resolver resolver_timeout scgi_temp_path
  send_lowat send_timeout sendfile sendfile_max_chunk server server_name server_name_in_redirect
  server_names_hash_bucket_size server_names_hash_max_size server_tokens set set_real_ip_from real_ip_header
  real_ip_recursive ssl_buffer_size ssl_certificate ssl_certificate_key ssl_ciphers ssl_conf_command ssl_dhparam
  ssl_early_data ssl_ecdh_curve ssl_prefer_server_ciphers ssl_protocols ssl_reject_handshake ssl_session_cache
  ssl_session_ticket_key ssl_session_tickets ssl_session_timeout ssl_stapling ssl_stapling_verify
  ssl_trusted_certificate tcp_nodelay tcp_nopush thread_pool timer_resolution types types_hash_bucket_size
  types_hash_max_size underscores_in_headers use user uwsgi_temp_path variables_hash_bucket_size
  variables_hash_max_size worker_aio_requests worker_connections worker_cpu_affinity worker_priority worker_processes
  worker_rlimit_nofile worker_shutdown_timeout working_directory stub_status internal satisfy allow autoindex status_zone
  access_log root alias add_header expires limit_req limit_except try_files error_page return if deny
  modsecurity modsecurity_rules modsecurity_rules_file modsecurity_transaction_id
  auth_basic auth_basic_user_file auth_request auth_jwt ssl_verify_client ssl_client_certificate geo break`
    .trim()
    .split(/\s+/),
);

/** Directives by which something else than the file answers, or its body is changed. */
export const ALTERING =
  /^(?:sub_filter|addition_types|add_before_body|add_after_body|proxy_pass|fastcgi_pass|uwsgi_pass|scgi_pass|grpc_pass|memcached_pass|mirror|perl|image_filter|xslt_stylesheet|rewrite|random_index|empty_gif|slice|mp4|flv|js_\w+|\w*_by_lua\w*|ssi|override_charset|source_charset)$/;

/** Settings of what alters, which say nothing where nothing alters. */
export const OF_ALTERING =
  /^(?:sub_filter_|proxy_|fastcgi_|uwsgi_|scgi_|grpc_|upstream$|server$|image_filter_|ssi_)/;

/** Directives by which readers are turned away, beside `deny`, `return` and `if`. */
export const TURNING_AWAY: readonly string[] = [
  'auth_basic',
  'auth_request',
  'auth_jwt',
  'ssl_verify_client',
];
