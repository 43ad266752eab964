/** What is wrong in a difusor.yaml and how to mend it, and what each of its keys says (`schema.difusor.…`, for editors). */
export const config = {
  'problem.yaml-syntax':
    'The YAML cannot be understood from here on ({detail}). Plain YAML 1.2 is accepted: keys, texts, numbers and lists.',
  'problem.yaml-syntax.remedy':
    'Check indentation, quotes, brackets and colons of this line and the one before.',
  'problem.yaml-duplicate-key': 'The key {name} already stands on line {first}; each key is accepted once.',
  'problem.yaml-duplicate-key.remedy': 'Keep one of the two.',
  'problem.yaml-multiple-documents': 'The file holds more than one document (a line ---); one is accepted.',
  'problem.yaml-multiple-documents.remedy': 'Put each configuration into a file of its own.',
  'problem.yaml-alias':
    'YAML anchors and aliases are not accepted: got {got}. Values written in their place are accepted.',
  'problem.yaml-alias.remedy': 'Repeat the value where it is used.',
  'problem.yaml-tag': 'YAML tags are not accepted: got {got}. Values without a tag are accepted.',
  'problem.yaml-tag.remedy': 'Remove the tag; if you meant a text, put it between quotes.',
  'problem.yaml-directive':
    'YAML directives are not accepted: got {got}. The file is always read as YAML 1.2.',
  'problem.yaml-directive.remedy': 'Remove the line that starts with %.',
  'problem.yaml-too-deep': 'The file nests more than {maximum} levels; the configuration uses four.',
  'problem.yaml-too-deep.remedy': 'Remove the levels too many; look for brackets and braces left open.',
  'problem.control-character':
    'There is an invisible or control character: got {got}. Text, line breaks, and tabs outside of the indentation are accepted.',
  'problem.control-character.remedy':
    'Delete it; it usually comes from copy and paste or from an editor with another encoding.',
  'problem.config-empty':
    'The file is empty; a mapping of keys is expected: convocatoria, institution, domain, certificate, source…',
  'problem.config-empty.remedy': 'Start from the example examples/bcs/difusor.yaml.',
  'problem.config-not-a-mapping': 'The whole file must be a mapping of keys: got {got}.',
  'problem.config-not-a-mapping.remedy':
    'Write key: value on each line; start from the example examples/bcs/difusor.yaml.',
  'problem.unknown-key':
    'The key {name} is not known{suggestion, select, none {.} other {; did you mean {suggestion}?}} Accepted: {allowed}.',
  'problem.unknown-key.remedy': 'Correct the name (upper and lower case count) or remove the key.',
  'problem.missing-key':
    'The key {name} is missing; {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a mapping of keys} record {a mapping of keys} other {{expected}}} is expected.',
  'problem.missing-key.remedy': 'Add it; examples/bcs/difusor.yaml shows how.',
  'problem.wrong-type':
    'The value is not of the accepted type: got {got}; accepted is {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a mapping of keys} record {a mapping of keys} other {{expected}}}.',
  'problem.wrong-type.remedy': 'Correct the value; a text that looks like a number goes between quotes.',
  'problem.not-in-list': 'Value outside of the list: got {got}; accepted: {allowed}.',
  'problem.not-in-list.remedy': 'Use one of the values of the list.',
  'problem.too-small': 'The number is too small: got {got}; accepted from {minimum} up.',
  'problem.too-small.remedy': 'Write a number of {minimum} or more.',
  'problem.too-big': 'The number is too big: got {got}; accepted up to {maximum}.',
  'problem.too-big.remedy': 'Write a number of {maximum} or less.',
  'problem.too-short':
    'Content is missing: got {got}; accepted from {minimum} {origin, select, string {characters} other {items}} up.',
  'problem.too-short.remedy': 'Complete the value, or remove the key if it is optional.',
  'problem.too-long':
    'There is too much content: got {got}; accepted up to {maximum} {origin, select, string {characters} other {items}}.',
  'problem.too-long.remedy': 'Shorten the value.',
  'problem.not-printable':
    'The text has line breaks or invisible characters: got {got}; text of one line is accepted.',
  'problem.not-printable.remedy': 'Write it on one line, without escapes such as \\n.',
  'problem.literal-secret':
    'A secret is written in the file, in {name}; only the name of the secret is accepted (source.secretName).',
  'problem.literal-secret.remedy':
    'Put the value into the secret (Secrets Manager), remove it from here and change it: what was written in a file is no secret any more.',
  'problem.convocatoria-ref':
    'Not a call: got {got}; an id (bcs-2024) or a folder inside of this file’s own (./my-call) is accepted, without .. or an absolute path.',
  'problem.convocatoria-ref.remedy': 'Use a known id, or put the folder of the call beside this file.',
  'problem.convocatoria-not-found':
    'The call {got} is not known; accepted: {known}, or the path of a folder.',
  'problem.convocatoria-not-found.remedy':
    'Use one of the known ones, or a folder with convocatoria.yaml and clauses.yaml.',
  'problem.name':
    'The name of the stacks cannot be used: got {got}; lower-case letters, digits and single hyphens are accepted, starting with a letter, up to 40 characters.',
  'problem.name.remedy': 'Write something like difusor-bcs-2027 in name.',
  'problem.url':
    'The address cannot be used: got {got}; https://name/path is accepted, without user or password.',
  'problem.url.remedy': 'Write the full public address, with https.',
  'problem.dns-name':
    'Not a domain name: got {got}; a full name in lower case (prep.example.org) is accepted, without https://, port, wildcard or final dot.',
  'problem.dns-name.remedy': 'Write the name alone; with accents, in its xn-- form.',
  'problem.certificate-choice':
    'The certificate is given in one way only: got {got}; accepted is arn, or hostedZone with id and name.',
  'problem.certificate-choice.remedy':
    'Keep arn if the certificate exists, or hostedZone to have it made and validated by DNS.',
  'problem.certificate-arn':
    'Not the ARN of an ACM certificate: got {got}; accepted is arn:aws:acm:us-east-1:ACCOUNT:certificate/ID.',
  'problem.certificate-arn.remedy': 'Copy it from the Certificate Manager console in us-east-1.',
  'problem.certificate-region':
    'The certificate is in {got}; CloudFront accepts certificates of us-east-1 only.',
  'problem.certificate-region.remedy': 'Request or import the certificate in us-east-1 and write that ARN.',
  'problem.certificate-account':
    'The certificate belongs to account {got}; one of account {account} is accepted.',
  'problem.certificate-account.remedy':
    'Write the ARN of a certificate of the same account, or correct account.',
  'problem.hosted-zone-id':
    'Not the id of a Route 53 zone: got {got}; accepted is Z and 5 to 31 upper-case letters or digits.',
  'problem.hosted-zone-id.remedy': 'Copy it from the Route 53 console, without /hostedzone/.',
  'problem.domain-not-covered':
    'The domain {got} is not in the zone {zone}; accepted is {zone} or a name that ends in .{zone}.',
  'problem.domain-not-covered.remedy': 'Correct domain, or write the zone that holds it.',
  'problem.domain-is-source':
    'Site and source have the same name, {got}; the difusor’s own name is accepted in domain.',
  'problem.domain-is-source.remedy': 'source.host is the institute’s server; domain, the difusor’s.',
  'problem.region':
    'Not a usable region of AWS: got {got}; a commercial one is accepted, such as us-east-1 or mx-central-1.',
  'problem.region.remedy': 'Write the code of the region, in lower case.',
  'problem.account': 'Not an AWS account: got {got}; 12 digits between quotes are accepted.',
  'problem.account.remedy':
    'Write it between quotes, without hyphens: without quotes YAML reads a number and drops the zeros.',
  'problem.source-host':
    'Not the name of a server: got {got}; a full name in lower case (prep.example.net) or a public IPv4 address is accepted.',
  'problem.source-host.remedy': 'Write the name alone: the path goes into path and the port into port.',
  'problem.source-host-url':
    'The source is given in parts: got a {scheme} address; the name alone is accepted in host, and the download is always by https.',
  'problem.source-host-url.remedy': 'Put the name into host, the port into port and the path into path.',
  'problem.source-host-credentials':
    'Got a user or password inside of host; the name of the server alone is accepted.',
  'problem.source-host-credentials.remedy':
    'Put the credentials into the secret, remove them from here and have them changed.',
  'problem.source-host-forbidden':
    'The source points to a reserved address: got {got}, which is {address}; a public address of the Internet is accepted.',
  'problem.source-host-forbidden.remedy':
    'Ask the institute for the public name of its server; metadata, private networks and this host are no source.',
  'problem.source-host-notation':
    'The IP address is in an unusual notation: got {got}, which is {address}; its usual form is accepted.',
  'problem.source-host-notation.remedy': 'Write {address}, or better the name of the server.',
  'problem.source-host-local-name':
    'The name exists only inside of a network: got {got}; a public name of the Internet is accepted.',
  'problem.source-host-local-name.remedy': 'Ask the institute for the public name of its server.',
  'problem.source-path':
    'The path cannot be used: got {got}; one that starts with / is accepted, in the characters of a URL and without .., //, \\, # or line breaks.',
  'problem.source-path.remedy': 'Copy it from the address that the institute gave, from the first slash on.',
  'problem.source-path-credentials':
    'The path carries a credential in {name}; parameters without secrets are accepted.',
  'problem.source-path-credentials.remedy':
    'Put the credential into the secret, remove it from here and have it changed.',
  'problem.secret-name':
    'Not the name of a secret: got a value of {length} characters; up to 128 letters, digits and /_+=.@- are accepted.',
  'problem.secret-name.remedy': 'Write the name (difusor/bcs-2027), never the value nor the ARN.',
  'problem.email': 'Not an e-mail address: got {got}; name@domain is accepted.',
  'problem.email.remedy': 'Write an address that somebody reads on election night.',
  'problem.phone':
    'Not a telephone number: got {got}; the international form between quotes is accepted, such as "+526121234567".',
  'problem.phone.remedy': 'Write + and the country code, without spaces or hyphens.',
  'problem.rate-limit-blocks-voters':
    'To block from {got} requests per 5 minutes and address shuts out voters who share an address (CGNAT); block is accepted from {minimum} up, or count.',
  'problem.rate-limit-blocks-voters.remedy':
    'Start with action: count, or raise requestsPer5Minutes to {minimum} or more.',
  'problem.shield-price':
    'AWS Shield Advanced costs {price} USD a month with a commitment of one year: got {got, select, undefined {nothing} other {{got}}}; acceptsMonthlyPriceUsd is accepted from {price} up.',
  'problem.shield-price.remedy':
    'Write acceptsMonthlyPriceUsd: {price} if who pays has agreed; if not, tier: standard, which is free.',
  'problem.frame-ancestor':
    "Not an origin that may frame the site: got {got}; 'self', 'none', * or https://name is accepted (with *. in front for all subdomains).",
  'problem.frame-ancestor.remedy': 'Write one origin per item, without path, spaces, commas or semicolons.',
  'problem.frame-ancestors-none':
    "'none' excludes every other origin: got {count} items; 'none' is accepted alone.",
  'problem.frame-ancestors-none.remedy': "Keep 'none' alone, or remove it.",
  'problem.tag-key':
    'The key of the tag cannot be used: got {got}; up to 128 letters, digits, spaces and _.:/=+-@ are accepted, not starting with aws:.',
  'problem.tag-key.remedy': 'Change the key.',
  'problem.tag-value':
    'The value of the tag cannot be used: got {got}; up to 256 letters, digits, spaces and _.:/=+-@ are accepted.',
  'problem.tag-value.remedy': 'Change the value.',
  'problem.day': 'Not a day: got {got}; YYYY-MM-DD is accepted, such as 2027-06-06.',
  'problem.day.remedy': 'Write year, month and day, one that the calendar has.',
  'problem.instant':
    'Not an instant: got {got}; YYYY-MM-DDThh:mm:ss with its offset is accepted, such as 2027-06-06T20:00:00-07:00.',
  'problem.instant.remedy': 'Write the offset from UTC too; abbreviations such as CST are not accepted.',
  'problem.dates-incomplete':
    'With a new electionDay, {name} is missing, which the call sets to {old}; a date of the new election is accepted.',
  'problem.dates-incomplete.remedy': 'Add dates.{name}.',
  'problem.dates-too-early': '{name} is too early: got {got}; accepted from {limit} on ({other}).',
  'problem.dates-too-early.remedy': 'Correct {name} or {other}; check year and month.',
  'problem.dates-too-far':
    '{name} is more than {days} days after {other}: got {got}; accepted up to {limit}.',
  'problem.dates-too-far.remedy': 'Correct {name} or {other}; check year and month.',
  'problem.opening-not-on-election-day':
    'The opening is on another day than the election: got {got}; an instant of {day} or the day after is accepted, in the time of {zone}.',
  'problem.opening-not-on-election-day.remedy': 'Correct dates.opening or dates.electionDay.',
  'problem.duplicate-item': 'The item stands twice: got {got} again; it is accepted once.',
  'problem.duplicate-item.remedy': 'Remove one of the two.',
  'problem.deadline-unknown':
    'The call has no deadline {got}{suggestion, select, none {.} other {; did you mean {suggestion}?}} Accepted: {allowed}.',
  'problem.deadline-unknown.remedy': 'Use the id of one of its deadlines, or remove it.',
  'problem.contacts-too-few':
    'The call demands more technical contacts (clause {clause}): got {got}; accepted from {minimum} up.',
  'problem.contacts-too-few.remedy':
    'Add to contacts who answers for the technical side, with name, role and email.',
  'problem.period-not-the-calls':
    'The period is not the call’s: got {got} minutes; clause {clause} sets {allowed}.',
  'problem.period-not-the-calls.remedy': 'Remove {name}: the value comes from the call.',
  'problem.period-needed':
    'The call does not set {name}; a number of minutes from {minimum} to {maximum} is expected.',
  'problem.period-needed.remedy': 'Ask the institute and write it in {name}.',
  'problem.take-down-before-cut':
    'The limit of interruption is shorter than the period: got {got} minutes; accepted from {minimum} up.',
  'problem.take-down-before-cut.remedy': 'Correct takeDownMinutes or cadenceMinutes.',
  'problem.domain-too-long': 'The domain has {got} characters; a new certificate takes {limit}.',
  'problem.domain-too-long.remedy':
    'Use a shorter domain, or certificate.arn with a certificate that covers it already.',
  'problem.too-many-tags': 'There are {got} tags; {limit} are accepted, since AWS adds its own.',
  'problem.too-many-tags.remedy': 'Take out those that you do not use.',
  'problem.institution-name':
    'The name {got} holds a dollar sign before a brace, which the template would read as a substitution.',
  'problem.institution-name.remedy': 'Write the name without those signs.',
  'problem.waiver-clause-unknown':
    'The call {convocatoria} has no duty {got}; the id of one of its own is accepted{suggestion, select, none {} other {, such as {suggestion}}}.',
  'problem.waiver-clause-unknown.remedy':
    'Each waiver names one duty; see their ids with: difusor explain {convocatoria}',
  'problem.waiver-too-long':
    'The waiver ends too late: got {got}; accepted up to {limit}, one year after the election.',
  'problem.waiver-too-long.remedy': 'Write the date up to which the institute has agreed.',

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
  'schema.difusor.key.source': 'Where the institute’s packages are downloaded from.',
  'schema.difusor.key.source.kind': 'Protocol of the source.',
  'schema.difusor.key.source.host': 'The institute’s server: the name alone.',
  'schema.difusor.key.source.port': 'TCP port.',
  'schema.difusor.key.source.path': 'Path of the package on the server, with its first /.',
  'schema.difusor.key.source.auth': 'How the credentials of the secret are presented.',
  'schema.difusor.key.source.secretName':
    'Name of the secret with the credentials, never its value. If absent: name and /source.',
  'schema.difusor.key.source.cutTime':
    'Where the time of a cut is read: in the package’s name, or at its arrival.',
  'schema.difusor.key.source.maxMib': 'MiB that one package may have.',
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
