/** ModSecurity in force with the core rule set, without bodies: only GET and HEAD come this far. */
export function modSecurityConf(): string {
  return [
    'SecRuleEngine On',
    'SecRequestBodyAccess Off',
    'SecResponseBodyAccess Off',
    'SecAuditEngine RelevantOnly',
    'SecAuditLogRelevantStatus "^(?:403)$"',
    'SecAuditLogParts AHZ',
    'SecAuditLogType Serial',
    'SecAuditLog /srv/logs/modsecurity.log',
    'SecPcreMatchLimit 1000',
    'SecPcreMatchLimitRecursion 1000',
    'SecTmpDir /tmp',
    'SecDataDir /tmp',
    'Include /etc/modsecurity/crs/crs-setup.conf',
    'Include /usr/share/modsecurity-crs/rules/*.conf',
    '',
  ].join('\n');
}
