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
  'problem.key-elsewhere':
    'The key {name} does not belong here; there is one at {place}. Accepted here: {allowed}.',
  'problem.key-elsewhere.remedy': 'If that is the one you meant, write it at {place}; if not, remove it.',
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
    'A secret is written in the file, in {name}; what is accepted is where to find it: the name of the secret (secretName), or the path of a file on each server (secretFile, webhookFile).',
  'problem.literal-secret.remedy':
    'Put the value into the secret (Secrets Manager) or the server’s file, remove it from here and change it: what was written in a file is no secret any more.',
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
    'The source is given in parts: got a {scheme} address; the name alone is accepted in host; kind tells the protocol.',
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
  'problem.s3-bucket':
    'Not the name of an S3 bucket: got {got}; 3 to 63 lower-case letters, digits, hyphens and dots are accepted.',
  'problem.s3-bucket.remedy': 'Write the name alone, without s3:// or ARN; the path goes into key.',
  'problem.s3-key':
    'The key of the object cannot be used: got {got}; plain letters, digits, spaces and !_.()/=+@:,&- are accepted, without a first / and without wildcards.',
  'problem.s3-key.remedy':
    'Write the key of the package, or the folder with / at its end: the newest package by name is taken from it.',
  'problem.ssh-user':
    'Not the name of a user: got {got}; up to 64 letters, digits and _.@- are accepted, not starting with a dot or hyphen.',
  'problem.ssh-user.remedy':
    'Write the user that the institute gave; its key or password goes into the secret.',
  'problem.host-key':
    'Not the fingerprint of a key: got {got}; SHA256: and 43 characters are accepted, as ssh-keygen -l prints it.',
  'problem.host-key.remedy':
    'Ask the institute for the fingerprint by another way (telephone, letter); do not take it from the server itself.',
  'problem.remote-path':
    'The path on the server cannot be used: got {got}; one that starts with / is accepted, with letters, digits, spaces and ._~+,=@-, without .. or //.',
  'problem.remote-path.remedy':
    'Write the whole path; with / at its end it is a folder. On an rsync daemon it starts with the module: /module/folder.',
  'problem.inbox-path':
    'Not a folder that can be an inbox: got {got}; an absolute path (/srv/inbox) or one from this file’s folder (inbox) is accepted, without .. or ~.',
  'problem.inbox-path.remedy': 'Write the folder in which the institute leaves its packages, never / alone.',
  'problem.marker':
    'Not the name of a marker: got {got}; up to 64 plain letters, digits and ._+- are accepted, without a slash.',
  'problem.marker.remedy':
    'Write the end of the marker’s name (.ok), or for a tree the name of the file that comes last.',
  'problem.inbox-tree-rename':
    'In a tree (form: tree) a rename does not tell that everything is there; marker or quietSeconds is accepted.',
  'problem.inbox-tree-rename.remedy':
    'Agree with the institute on a file that comes last, and put it into marker.',
  'problem.quiet-too-long':
    'With {got} seconds of quiet the cut would come out late; up to {maximum} are accepted, half a period.',
  'problem.quiet-too-long.remedy': 'Write fewer seconds, or use marker or rename.',
  'problem.rsync-user':
    'There is a secret and no user; with via: daemon the password is accepted with username.',
  'problem.rsync-user.remedy': 'Add source.username, or remove secretName if the module is open.',
  'problem.package-file':
    'Not a file of the package: got {got}; a path without a first /, without .. or \\ is accepted, with * for any text and one !/ to enter a zip.',
  'problem.package-file.remedy': 'Write it as it is in the package, e.g. json/main.json or bd/*.zip!/*.csv.',
  'problem.json-pointer':
    'Not a JSON Pointer: got {got}; /key/other is accepted, with ~0 for ~ and ~1 for / (RFC 6901).',
  'problem.json-pointer.remedy': 'Write the way to the value with the time of the cut, with its first /.',
  'problem.tree-has-no-name':
    'This source gives a tree, which has no name in which to read the time; arrival, or a json or csv file, is accepted.',
  'problem.tree-has-no-name.remedy':
    'Write into package.cutTime the file of the site that holds the time of the cut.',
  'problem.tree-has-no-sidecar':
    'This source gives a tree, which has no file with its digest beside it; digests is accepted.',
  'problem.tree-has-no-sidecar.remedy':
    'Remove sidecar, or use package.digests with the list that comes in the tree.',
  'problem.changes-at-one-address':
    'The packages hold changes only, and this source ({kind}) is a single address: of two that come between two questions one is lost, and a state would show that the institute never had.',
  'problem.changes-at-one-address.remedy':
    'Ask for a folder (s3 or sftp, with / at the end) or an inbox; if each package holds all of the site, write package.incremental: false.',
  'problem.stable-prefix':
    'Not a folder of the site: got {got}; /name/ is accepted, with / at either end, without wildcards or ..',
  'problem.stable-prefix.remedy': 'Write a folder whose files never get other content, such as /actas/.',
  'problem.stable-overlap': 'The folder {got} lies in {other} already; each folder is accepted once.',
  'problem.stable-overlap.remedy': 'Keep {other} alone.',
  'problem.stable-changes':
    'The file {file} changes with each cut and lies in {got}, which was declared never to change.',
  'problem.stable-changes.remedy': 'Remove {got} from stable, or split the folder.',
  'problem.retention-too-short':
    'Cuts would be taken away too early: got {got} hours; accepted from {minimum} up, since somebody may still be reading an earlier one.',
  'problem.retention-too-short.remedy': 'Write {minimum} or more; without retention, cuts stay.',
  'problem.public-url':
    'Not an address from which to look at the site: got {got}; https://name without a path is accepted (http for localhost only).',
  'problem.public-url.remedy':
    'Remove it if it is the domain’s; if not, write protocol, name and port alone.',
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
  'problem.frame-ancestors-long':
    "The origins do not fit into nginx's configuration: got {got} characters; up to {most} in all are accepted.",
  'problem.frame-ancestors-long.remedy': 'Remove some, or join them by *. in front of their domain.',
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
} as const;
