/** What each key of difusor.yaml is for, as editors show it from the JSON Schema. */
export const schema = {
  'schema.difusor.title': 'difusor.yaml',
  'schema.difusor.description':
    'The configuration of an official re-publisher of the PREP: one call, one site and one source.',
  'schema.difusor.key.convocatoria':
    'Call that is met: id (bcs-2024), or a folder of one’s own inside of this file’s.',
  'schema.difusor.key.name': 'Base of the names of the stacks. If absent: difusor- and the id of the call.',
  'schema.difusor.key.institution': 'The difusor.',
  'schema.difusor.key.institution.name': 'Name of the institution or newsroom.',
  'schema.difusor.key.institution.url': 'Its public site, with https.',
  'schema.difusor.key.domain': 'Public name of the results site.',
  'schema.difusor.key.certificate':
    'HTTPS certificate: one that exists (arn), or the DNS zone to make it (hostedZone).',
  'schema.difusor.key.certificate.arn': 'ARN in us-east-1 of an ACM certificate that exists.',
  'schema.difusor.key.certificate.hostedZone':
    'Route 53 zone in which the certificate is validated and the records are made.',
  'schema.difusor.key.certificate.hostedZone.id': 'Id of the zone, e.g. Z0123456789ABCDEFGHIJ.',
  'schema.difusor.key.certificate.hostedZone.name': 'Name of the zone, e.g. example.org.',
  'schema.difusor.key.region': 'Region of what CloudFront does not tie to us-east-1.',
  'schema.difusor.key.account':
    'AWS account: 12 digits between quotes. If absent, synthesis is without account.',
  'schema.difusor.key.source': 'Where the institute’s packages come from; kind tells the other keys.',
  'schema.difusor.key.source.kind':
    'https, s3 or sftp: they are downloaded; rsync: a tree is copied; inbox: the institute leaves them on this host.',
  'schema.difusor.key.source.host': 'The institute’s server: the name alone.',
  'schema.difusor.key.source.port':
    'TCP port. If absent, the usual one: https 443, ssh and sftp 22, rsync 873.',
  'schema.difusor.key.source.path':
    'Path of the package on the server, with its first /; by sftp, with / at its end it is a folder, of which the newest by name counts. In inbox: folder of this host, absolute or from this file’s own.',
  'schema.difusor.key.source.auth':
    'How the credentials of the secret are presented; role: with the worker’s own identity.',
  'schema.difusor.key.source.secretName':
    'Name of the secret with the credentials, never its value. If absent: name and /source.',
  'schema.difusor.key.source.bucket': 'The institute’s S3 bucket.',
  'schema.difusor.key.source.region': 'Region of that bucket.',
  'schema.difusor.key.source.key':
    'Key of the package; with / at its end, folder from which the newest by name is taken.',
  'schema.difusor.key.source.username': 'User on the institute’s server.',
  'schema.difusor.key.source.hostKeys':
    'SHA256 fingerprints of the server’s keys, confirmed with the institute; to another one no credential is sent.',
  'schema.difusor.key.source.via': 'ssh: encrypted; daemon: rsyncd, in clear text.',
  'schema.difusor.key.source.form':
    'archive: each file is a package; tree: the folder itself is the site. If absent: archive.',
  'schema.difusor.key.source.complete':
    'What tells that a push is over: rename (it comes under a temporary name and is renamed), marker or quietSeconds.',
  'schema.difusor.key.source.complete.marker':
    'End of the name of the file that comes after the package (.ok); in a tree, name of the one that comes last.',
  'schema.difusor.key.source.complete.quietSeconds': 'Seconds without any change.',
  'schema.difusor.key.package': 'What a package is, and what of it is checked before it is published.',
  'schema.difusor.key.package.cutTime':
    'Where the time of a cut is read: in the package’s name (if absent), at its arrival, in a JSON or in a CSV.',
  'schema.difusor.key.package.cutTime.json': 'JSON file of the package.',
  'schema.difusor.key.package.cutTime.pointer': 'JSON Pointer to the time, e.g. /date.',
  'schema.difusor.key.package.cutTime.csv': 'CSV file of the package; the time stands above the table.',
  'schema.difusor.key.package.maxMib': 'MiB that one package may have.',
  'schema.difusor.key.package.mustContain':
    'Files without which a cut is not whole. If absent, none is demanded.',
  'schema.difusor.key.package.incremental':
    'true: a package holds only what changed. If absent, what the call says; a tree is always everything.',
  'schema.difusor.key.package.sidecar':
    'Digest that comes in a file beside the package, with its name and this ending.',
  'schema.difusor.key.package.digests': 'List of digests that comes in the package.',
  'schema.difusor.key.package.digests.file': 'The file with the list, as sha256sum or md5sum writes it.',
  'schema.difusor.key.package.digests.algorithm': 'What the digests were made with.',
  'schema.difusor.key.package.actas': 'Each acta’s image against the digest that the database gives.',
  'schema.difusor.key.package.actas.csv': 'The database, e.g. bd/*.zip!/*.csv.',
  'schema.difusor.key.package.actas.column': 'Its column with the digest, e.g. SHA or CODIGO_INTEGRIDAD.',
  'schema.difusor.key.package.actas.images': 'The images, e.g. actas/*.jpg.',
  'schema.difusor.key.stable':
    'Folders whose files never get other content under the same name, e.g. /actas/: they are published once.',
  'schema.difusor.key.retention': 'How long a cut is kept that is no longer shown. If absent, cuts stay.',
  'schema.difusor.key.retention.hours':
    'Hours, at least 24. On AWS never less than from the first rehearsal to the end of the publication, and a week.',
  'schema.difusor.key.publicUrl':
    'Address from which the worker looks at the site after publishing. If absent: https:// and the domain.',
  'schema.difusor.key.contacts':
    'People who answer for the site; at least as many as the call asks for (bcs-2024, two).',
  'schema.difusor.key.contacts.name': 'Name of the person.',
  'schema.difusor.key.contacts.role': 'Their position or task.',
  'schema.difusor.key.contacts.email': 'Their e-mail address.',
  'schema.difusor.key.contacts.phone': 'Their telephone number in international form, e.g. "+526121234567".',
  'schema.difusor.key.alarms': 'Who is called.',
  'schema.difusor.key.alarms.email': 'E-mail address that gets the alarms.',
  'schema.difusor.key.edgeCache':
    'revalidate: the edge always asks the origin; per-cut: it keeps an object for the life of its cut.',
  'schema.difusor.key.waf': 'Web firewall.',
  'schema.difusor.key.waf.rateLimit': 'Limit of requests per IP address.',
  'schema.difusor.key.waf.rateLimit.requestsPer5Minutes': 'Requests per IP address in 5 minutes.',
  'schema.difusor.key.waf.rateLimit.action':
    'count: only counts; block: blocks (from 20000 up, because of shared addresses).',
  'schema.difusor.key.waf.anonymousIp': 'Turns on the managed group against anonymous addresses.',
  'schema.difusor.key.waf.antiDdos': 'Turns on the managed group against denial of service (at a cost).',
  'schema.difusor.key.shield': 'Tier of AWS Shield.',
  'schema.difusor.key.shield.tier':
    'standard: free and already on; advanced: with a monthly price and a commitment of one year.',
  'schema.difusor.key.shield.acceptsMonthlyPriceUsd':
    'Explicit acceptance of the monthly price of Shield Advanced, in USD.',
  'schema.difusor.key.network': 'Network of the worker.',
  'schema.difusor.key.network.natPerZone': 'true: one fixed IP per availability zone; false: a single one.',
  'schema.difusor.key.archive': 'Archive of the packages received.',
  'schema.difusor.key.archive.objectLockDays': 'Days in which nobody can delete a package.',
  'schema.difusor.key.embedding': 'Who may frame the site.',
  'schema.difusor.key.embedding.frameAncestors': "Origins: 'self', 'none', * or https://name.",
  'schema.difusor.key.tags': 'AWS tags for every resource.',
  'schema.difusor.key.waivers': 'Clauses that are not met, with the institute’s consent.',
  'schema.difusor.key.waivers.clause': 'Id of one duty of the call, e.g. II.c.1.',
  'schema.difusor.key.waivers.reason': 'Why it is not met.',
  'schema.difusor.key.waivers.owner': 'Who answers for the waiver.',
  'schema.difusor.key.waivers.expires': 'Last day on which it counts, in the zone of the call.',
  'schema.difusor.key.dates': 'Dates of an election later than the call’s.',
  'schema.difusor.key.dates.electionDay': 'Day of the election.',
  'schema.difusor.key.dates.opening': 'Instant before which nothing is published.',
  'schema.difusor.key.dates.closing': 'Instant of the last cut.',
  'schema.difusor.key.dates.holdUntil': 'Instant up to which the results stay published.',
  'schema.difusor.key.dates.rehearsals': 'Days of the rehearsals.',
  'schema.difusor.key.dates.statistics': 'Days of which visit statistics are owed.',
  'schema.difusor.key.dates.statistics.from': 'First day.',
  'schema.difusor.key.dates.statistics.to': 'Last day.',
  'schema.difusor.key.dates.deadlines':
    'Last day of one of the call’s deadlines, by the deadline’s id, e.g. memoria-tecnica.',
  'schema.difusor.key.cadenceMinutes': 'Minutes between two cuts; only where the call does not say.',
  'schema.difusor.key.takeDownMinutes':
    'Minutes of failure after which the institute interrupts; only where the call does not say.',
} as const;
