/** How each rule judges, and what it can find. */
export const rules = {
  'rule.unread': 'Cannot be read in the template: {reason}.',
  'rule.gap': 'The template hides part of what has to be seen: {reason}.',
  'rule.no-distribution': 'There is no CloudFront distribution.',
  'rule.no-worker': 'There is no worker that fetches the cuts.',
  'rule.no-schedule': 'No enabled schedule starts the worker.',
  'rule.no-s3-origin': 'The distribution does not serve from an S3 bucket.',
  'rule.no-bucket': 'The distribution serves from {bucket}, which the templates do not have.',

  'rule.unaltered-content.how':
    'Every behavior serves from the root of the same bucket, no error becomes a page, and none carries Lambda@Edge or a function on the response: nothing can change a file between S3 and its reader. A web server filters no bodies, passes no requests on and answers with no other page.',
  'rule.unaltered-content.met':
    '{count, plural, one {The only behavior serves} other {The # behaviors serve}} files with no function that changes them.',
  'rule.unaltered-content.lambda-edge': 'A Lambda@Edge function on {path} can change the content.',
  'rule.unaltered-content.response': 'A function on {path} acts on the response ({event}).',
  'rule.unaltered-content.elsewhere': "{path} serves from {id}, which is not the site's bucket.",
  'rule.unaltered-content.folder': '{path} serves from the folder {folder} of its origin, not from its root.',
  'rule.unaltered-content.error-page': 'The edge answers error {status} with {by}.',
  'rule.unaltered-content.staging':
    'A continuous deployment policy sends part of the readers to another distribution: what it serves cannot be seen.',

  'rule.opening-gate.how':
    "The worker's settings are of this call and open exactly at its opening, and on every behavior the toolkit's edge function decides by the pointer what is served; a web server serves the worker's link live.",
  'rule.opening-gate.met': 'The worker opens at {opening} and not an instant earlier.',
  'rule.opening-gate.no-settings': 'The worker lacks the settings (DIFUSOR_SETTINGS) that set the opening.',
  'rule.opening-gate.no-window': "The worker's settings have no election window that opens at {opening}.",
  'rule.opening-gate.other-time': 'The worker opens at {opensAt}; the call, at {opening}.',
  'rule.opening-gate.other-call': "The worker's settings are of {got}; the call is {call}.",
  'rule.opening-gate.no-gate': 'On {path} no edge function reads the pointer that keeps the site closed.',
  'rule.opening-gate.other-code': "The edge function is not the toolkit's: nobody can tell what it answers.",
  'rule.opening-gate.code-not-compared': "The code of the edge function was not compared with the toolkit's.",

  'rule.schedule-cadence.how':
    "Within the call's window, some enabled schedule starts the worker at least as often as a cut comes out.",
  'rule.schedule-cadence.met': 'Starts at least every {every} min; a cut comes every {cadence} min.',
  'rule.schedule-cadence.slow': 'Starts every {every} min; a cut comes every {cadence} min.',
  'rule.schedule-cadence.other':
    'The worker counts on a cut every {got} min; the call has one every {cadence} min.',
  'rule.schedule-cadence.silent': 'The call does not say how often a cut comes.',

  'rule.schedule-window.how':
    "Enabled schedules, within the worker's own election window, cover opening to closing without a hole, in an IANA zone with the same offset as the call's.",
  'rule.schedule-window.met': 'Covers {opening} to {closing}.',
  'rule.schedule-window.hole':
    'From {at} on no enabled schedule starts the worker inside its election window.',
  'rule.schedule-window.zone': 'The schedule is in zone {zone}; it has to keep the time of {expected}.',
  'rule.schedule-window.no-closing':
    'The call sets no closing: whether the window is enough cannot be known.',

  'rule.public-access.how':
    'The distribution is on, no behavior asks for signed URLs, there is no restriction by country, and the web ACL allows by default and turns no reader away; a web server asks for no password, denies no address and takes at least 20 requests a second of one.',
  'rule.public-access.met': 'Anyone can read, with no signature and no restriction by country.',
  'rule.public-access.signed': 'Reading {path} takes a signed URL.',
  'rule.public-access.geo': 'The distribution restricts by country.',
  'rule.public-access.block': 'The web ACL blocks by default.',
  'rule.public-access.disabled': 'The distribution is switched off.',
  'rule.public-access.turns-away':
    'Rule {name} of the web ACL turns readers away{whom, select, everyone {} other { by country}}.',
  'rule.public-access.low-rate':
    'The web ACL turns an address away from {limit} requests in five minutes on; a shared one may carry {floor}.',

  'rule.latest-cut.how':
    'On every behavior the edge function reads the same key-value store that a worker writes which never runs twice at once, and that worker publishes in the bucket from which the distribution serves. A web server serves the link live of one worker alone, which starts again by itself.',
  'rule.latest-cut.met': 'One worker at a time moves the pointer that the edge reads.',
  'rule.latest-cut.no-pointer': 'A behavior has no edge function that reads a pointer.',
  'rule.latest-cut.other-bucket':
    'The worker does not publish (SITE_BUCKET) in the bucket from which the distribution serves.',
  'rule.latest-cut.no-put': 'The worker may not write in the bucket in which it publishes.',
  'rule.latest-cut.no-writer': 'No worker writes the pointer that the edge reads.',
  'rule.latest-cut.concurrent':
    'The worker may run several times at once: its reserved concurrency has to be 1.',

  'rule.rehearsal-windows.how':
    "There is at least one rehearsal with a date, and on the day of each an enabled schedule starts the worker inside one of its own settings' rehearsal windows.",
  'rule.rehearsal-windows.met': 'The rehearsal of {date} has a schedule.',
  'rule.rehearsal-windows.none-named': 'Neither the call nor difusor.yaml gives the date of a rehearsal.',
  'rule.rehearsal-windows.uncovered':
    'On the day of the rehearsal, {date}, no schedule starts the worker inside a rehearsal window.',

  'rule.fixed-ip.how':
    "From the worker's subnets the only way out is through NAT gateways with Elastic IPs that outlive the stack.",
  'rule.fixed-ip.met': 'The worker leaves through this Elastic IP, which is retained.',
  'rule.fixed-ip.no-network': 'The worker is in no network of its own: it leaves through changing addresses.',
  'rule.fixed-ip.open': 'A route lets the worker out past the fixed IP.',
  'rule.fixed-ip.no-way-out': "The worker's way over HTTPS to an Elastic IP is not whole.",
  'rule.fixed-ip.not-retained': 'The Elastic IP goes with the stack (DeletionPolicy: Retain is missing).',

  'rule.results-kept.how':
    'No rule of the site’s bucket deletes files before the end of the publication, counted from a day before the opening; on a server, the live cut is in a folder that outlives the containers.',
  'rule.results-kept.met': 'The bucket deletes by age, but nothing under {needed} days.',
  'rule.results-kept.for-good': 'The site’s bucket deletes nothing by age.',
  'rule.results-kept.expires':
    'The bucket deletes after {days} days what starts with “{folder}”; {needed} are needed.',
  'rule.results-kept.silent': 'The call does not say until when results stay in view.',
  'rule.static-hosting.how':
    'The S3 bucket from which the distribution serves has a WebsiteConfiguration with an index document.',
  'rule.static-hosting.met': 'Static website hosting is on (index {index}).',
  'rule.static-hosting.off': 'Static website hosting is not on in the bucket.',
  'rule.static-hosting.no-index': 'Static website hosting has no index document.',

  'rule.edge-revalidates.how':
    'Every behavior has a minimum and default TTL of 0 and a maximum of at most one day, or the stack declares per-cut and the key holds the cut; and errors 403, 404, 500, 502, 503 and 504 are not kept.',
  'rule.edge-revalidates.met-revalidate': 'The edge always asks the origin and keeps no errors.',
  'rule.edge-revalidates.met-per-cut':
    'The edge keeps each file for the life of its cut only, and keeps no errors.',
  'rule.edge-revalidates.no-policy': 'Behavior {path} uses a cache policy that the templates do not have.',
  'rule.edge-revalidates.kept':
    'The edge keeps {path} without asking: minimum TTL {min} s, default {default} s.',
  'rule.edge-revalidates.open-end':
    'The edge may keep {path} for {max} s where the origin says so; one day is the most.',
  'rule.edge-revalidates.stored-age':
    'The worker stores {path} with Cache-Control "{value}", which the call does not ask for.',
  'rule.edge-revalidates.no-cut-in-key':
    'The edge keeps {path} (minimum {min} s, default {default} s) without the cut in the key.',
  'rule.edge-revalidates.error-kept': 'The edge keeps error {status} for {seconds} s.',

  'rule.path-header.how':
    "Every header that the call asks for is there, with its exact value and over the origin's, on the behaviors that serve its path, in the order in which CloudFront picks them; or on the block of the web server that decides for it, once only.",
  'rule.path-header.met': '{path} has {name}: {value}.',
  'rule.path-header.missing': '{name}: {value} is missing for {path} on behavior {behavior}.',
  'rule.path-header.other-value':
    '{name} says "{got}" on behavior {behavior}; for {path} it has to say "{value}".',
  'rule.path-header.no-override': '{name} gives way to what the origin sends on behavior {behavior}.',
  'rule.path-header.silent': 'The call asks for no headers.',

  'rule.safe-credentials.how':
    "The credentials are in Secrets Manager; the worker's role reads that secret and no other, deletes nothing, has no wildcard action; and no template carries a secret in writing.",
  'rule.safe-credentials.met': 'Only the worker reads this secret in Secrets Manager.',
  'rule.safe-credentials.none': 'The worker does not take its credentials from a secret.',
  'rule.safe-credentials.missing': 'The worker points to {secret}, which is no secret of Secrets Manager.',
  'rule.safe-credentials.no-grant': 'The worker may not read {secret}.',
  'rule.safe-credentials.other': 'The worker may read other secrets: {target}.',
  'rule.safe-credentials.wildcard': "The worker's role allows wildcard actions: {action}.",
  'rule.safe-credentials.delete': "The worker's role allows deletion: {action}.",
  'rule.safe-credentials.reader': '{reader} can read the secret as well.',
  'rule.safe-credentials.power': "The worker's role can do more than it needs: {action}.",
  'rule.safe-credentials.literal': 'A secret is written out in the template, at {path}.',

  'rule.https-certificate.how':
    'The domain is an alias of the distribution, a certificate of us-east-1 covers it, TLS is 1.2 (2021) or newer, and no behavior answers over plain HTTP.',
  'rule.https-certificate.met': '{domain} answers over HTTPS only, with TLS 1.2 or newer.',
  'rule.https-certificate.live': 'Certificate {arn} is not of the template: its names are checked live.',
  'rule.https-certificate.no-alias': '{domain} is no alias of the distribution.',
  'rule.https-certificate.none': 'The distribution has no certificate of its own.',
  'rule.https-certificate.missing': 'The distribution uses {certificate}, which the templates do not have.',
  'rule.https-certificate.region':
    'The certificate is of {region}; CloudFront takes them from us-east-1 only.',
  'rule.https-certificate.other-name': 'The certificate does not cover {domain}.',
  'rule.https-certificate.old-tls': 'TLS is accepted from {version}; the floor is {floor}.',
  'rule.https-certificate.plain-http': 'Behavior {path} also answers over plain HTTP.',

  'rule.shield.how':
    'The distribution states on which tier of AWS Shield it relies; with Advanced, it and every fixed IP have a protection.',
  'rule.shield.standard': 'States AWS Shield Standard, which CloudFront includes.',
  'rule.shield.advanced':
    'States AWS Shield Advanced, with {count, plural, one {one resource} other {# resources}} protected.',
  'rule.shield.not-stated': 'The distribution states no tier of AWS Shield.',
  'rule.shield.unprotected': 'Shield Advanced is stated and this resource has no protection.',

  'rule.web-firewall.how':
    "The distribution has a web ACL of scope CLOUDFRONT with AWS's groups (IP reputation, common, known bad inputs) in force, a rate rule and a log; or the web server has ModSecurity in force.",
  'rule.web-firewall.met':
    'Web ACL with {count, plural, one {one managed group} other {# managed groups}} in force, a rate rule and a log.',
  'rule.web-firewall.none': 'The distribution has no web ACL.',
  'rule.web-firewall.missing': 'The distribution uses web ACL {firewall}, which the templates do not have.',
  'rule.web-firewall.outside': 'Web ACL {firewall} is not of the templates: its rules cannot be seen.',
  'rule.web-firewall.scope': 'The web ACL has scope {scope}; for CloudFront it has to be CLOUDFRONT.',
  'rule.web-firewall.no-group': 'Managed group {group} is missing.',
  'rule.web-firewall.counts': 'Group {group} only counts and does not block.',
  'rule.web-firewall.weakened': 'Some rules of group {group} are set to count or allow, or left out.',
  'rule.web-firewall.lets-past': 'Rule {name} lets requests past the managed groups.',
  'rule.web-firewall.no-rate': 'There is no rate rule.',
  'rule.web-firewall.no-log': 'The web ACL leaves no log.',

  'rule.origin-access-control.how':
    'The distribution signs each request to the bucket (OAC), the bucket blocks public access, and its policy lets only that distribution read.',
  'rule.origin-access-control.met': 'Only the distribution reads the bucket, with signed requests.',
  'rule.origin-access-control.website': "The origin is S3's website endpoint, which takes a public bucket.",
  'rule.origin-access-control.unsigned': 'The origin has no access control that signs each request.',
  'rule.origin-access-control.open': 'The bucket does not block public access altogether.',
  'rule.origin-access-control.other-reader':
    '{kind, select, public {The bucket policy lets anyone read.} other {The bucket policy lets someone besides the distribution read.}}',
  'rule.origin-access-control.any-distribution': 'The bucket policy lets another distribution read, or any.',
  'rule.origin-access-control.other-writer':
    '{kind, select, public {The bucket policy lets anyone write.} other {The bucket policy lets somebody else than the worker write.}}',
  'rule.origin-access-control.no-reader': 'The bucket policy does not let the distribution read.',

  'rule.access-logs.how':
    'The distribution or the web server leaves access logs, which are kept until 30 days after the last day with statistics.',
  'rule.access-logs.met': 'Logs are kept {days} days; {needed} are needed.',
  'rule.access-logs.for-good': 'Logs are kept with no date of deletion.',
  'rule.access-logs.short': 'Logs are kept {days} days; {needed} are needed.',
  'rule.access-logs.none': 'The site leaves no access logs.',
  'rule.access-logs.silent': 'The call asks for neither statistics nor logs.',

  'rule.take-down-alarm.how':
    'An alarm on CutAgeSeconds warns before the limit: threshold plus delay are no more than the minutes after which the institute interrupts.',
  'rule.take-down-alarm.met': 'Warns after {minutes} min; the limit is {limit} min.',
  'rule.take-down-alarm.late': 'Would warn after {minutes} min; the limit is {limit} min.',
  'rule.take-down-alarm.none': 'No alarm watches the age of the cut ({metric}).',
  'rule.take-down-alarm.not-above': 'The alarm does not fire when the age of the cut rises.',
  'rule.take-down-alarm.other-series':
    'The alarm does not watch the maximum of the series that the worker sends (namespace {namespace}, dimension {dimension}, in seconds).',
  'rule.take-down-alarm.unheard': 'In the templates nobody subscribes to this topic.',
  'rule.take-down-alarm.silent-alarm': 'The alarm tells nobody.',
  'rule.take-down-alarm.silent': 'The call does not say after how long it interrupts.',

  'rule.take-down-notice.how':
    'On every behavior the request function reads the pointer: one change puts the notice in the place of every page; the web server serves the worker’s link live.',
  'rule.take-down-notice.met':
    '{count, plural, one {The only behavior} other {All # behaviors}} can show the notice with one change of the pointer.',
  'rule.take-down-notice.other-limit':
    'The worker counts on an interruption after {got} min; the call has it after {limit} min.',
  'rule.take-down-notice.no-function':
    'Behavior {path} does not read the pointer: it would not show the notice.',

  'rule.package-archive.how':
    'The worker writes to a bucket apart from the site, versioned, retained when the stack is deleted, in which nothing expires; on a server, to a folder that nobody else writes or serves.',
  'rule.package-archive.met': 'Every package is kept here, versioned and with no expiry.',
  'rule.package-archive.none': 'The worker keeps the packages in no bucket apart from the site.',
  'rule.package-archive.unversioned': 'The archive of packages keeps no versions: one could replace another.',
  'rule.package-archive.not-retained': 'The archive of packages is deleted with the stack.',
  'rule.package-archive.expires': 'The archive of packages deletes after {days} days.',

  'verdict.institute': "It is the institute's duty.",
  'verdict.other-delivery': 'Binds with another way of delivery only; here it is {delivery}.',
  'verdict.live': 'Provable only on the running system; the evidence is missing.',
  'verdict.document': 'Proven by a document; it is missing from the file.',
  'verdict.human': 'Proven by a person; the evidence is missing.',
  'verdict.no-rule': 'No rule proves it yet from a template.',
  'verdict.unknown-rule': 'There is no rule {rule}.',
  'verdict.params': 'The params of rule {rule} are not valid: {reason}.',
  'verdict.threw': 'Rule {rule} failed: {reason}.',
  'verdict.waived': 'Waived until {expires} by {owner}: {reason}',
  'verdict.waiver-expired': 'The waiver by {owner} expired on {expires} and no longer counts.',
} as const;
