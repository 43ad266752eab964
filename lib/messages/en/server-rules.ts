import type { serverRules as spanish } from '../es/server-rules.js';

/** How each rule judges a server of one's own or a page with a frame, and what it finds. */
export const serverRules = {
  'rule.no-site': 'There is neither a CloudFront distribution nor a web server.',
  'rule.no-host': 'No server is described: its cloud-init is missing, or what is applied to it.',
  'rule.framed': 'The page shows the official site in a frame: what is seen is what the institute publishes.',
  'rule.live-folder.met': "The web server follows the worker's pointer.",
  'rule.live-folder.other':
    'The web server serves {root}, which is not the link live of the folder in which the worker publishes.',

  'rule.public-access.met-server':
    'Anyone can read: the web server asks for no password and refuses no address.',
  'rule.public-access.no-aaaa':
    'Publish no AAAA records: the containers answer over IPv4 alone, and whoever browses over IPv6 would not get in. difusor audit measures it.',
  'rule.public-access.refuses': 'The web server turns readers away at {path}: {by}.',
  'rule.public-access.low-server-rate':
    'The web server turns an address away from {rate} requests a second on; the floor is {floor}.',
  'rule.unaltered-content.met-server': 'The web server sends the files as they are in its folder.',
  'rule.unaltered-content.alters': 'At {path} something other than the file answers, or changes it: {by}.',
  'rule.path-header.no-location': 'Which block of the web server decides for {path} is not known.',
  'rule.web-firewall.no-module': 'The web server has no application firewall.',
  'rule.web-firewall.met-server': '{name} looks at requests and blocks.',
  'rule.web-firewall.detects-only': '{name} does not block: it only detects, or is off.',
  'rule.results-kept.for-good-server':
    'The live cut is in a folder of the server, and the worker never deletes it.',
  'rule.results-kept.lost': 'The worker publishes where nothing outlives the container or the stack.',
  'rule.take-down-alarm.framed':
    'The page shows the official site in a frame and receives no cuts, so there is no age to watch: show by hand who watches the page and how a fault is resolved in less than {limit} min.',
  'rule.take-down-alarm.framed-met':
    'The page with the frame gets no cuts; if it fails, the alarm of the edge tells after {minutes} min, before the {limit}. It sees neither the name of the site nor the official site: measure those with difusor audit.',
  'rule.take-down-notice.framed':
    'The page with the frame has no pointer that shows the notice: show by hand that it can be replaced by the notice, and who does so.',
  'rule.take-down-notice.met-server':
    'One change of the pointer puts the notice in the place of the whole site.',
  'rule.latest-cut.met-server': 'One worker alone moves the pointer that the web server follows.',
  'rule.latest-cut.several': 'More than one worker moves the same pointer.',
  'rule.latest-cut.stays-down': "The worker's container does not start again by itself.",
  'rule.package-archive.met-folder': 'Every package is kept in {folder}, which nobody else writes or serves.',
  'rule.package-archive.not-kept':
    'Packages are kept in {folder}, which is lost with the container or the stack.',
  'rule.package-archive.served': 'The web server serves {folder}, where packages are kept.',
  'rule.package-archive.other-writer': 'Another container may write in {folder}, where packages are kept.',

  'rule.operating-system.how':
    'The system that each server states is one of those that the call admits; of Ubuntu, an LTS release.',
  'rule.operating-system.met': '{name} {version} is stated; {admitted} is admitted.',
  'rule.operating-system.other': '{name} {version} is stated; only {admitted} is admitted.',
  'rule.operating-system.not-stable': '{name} {version} is not an LTS release.',
  'rule.operating-system.unsaid': 'The template does not say with which system the server starts.',
  'rule.operating-system.silent': 'The call sets no operating system.',

  'rule.docker-host.how': 'Each server installs Docker and does not turn it off.',
  'rule.docker-host.met': 'Docker is installed and starts with the server.',
  'rule.docker-host.none': 'The server does not install Docker, or turns it off.',

  'rule.ssh-access.how': 'On each server SSH is on and at least one account with a shell has a key.',
  'rule.ssh-access.met': '{user} comes in by SSH with its key.',
  'rule.ssh-access.off': 'SSH is off.',
  'rule.ssh-access.nobody': 'No account with a shell has a key to come in by SSH.',

  'rule.ntp-client.how':
    'Each server has an NTP client with servers to ask, and the firewall lets it out to UDP 123 and the answer in.',
  'rule.ntp-client.met': '{client} asks {servers}.',
  'rule.ntp-client.none': 'The server has no NTP client.',
  'rule.ntp-client.no-servers': 'The NTP client has nobody to ask.',
  'rule.ntp-client.shut': 'The firewall does not let the answers of NTP back in.',

  'rule.root-user.how': 'Each server has an account, other than root, that may do all that root may.',
  'rule.root-user.met': "{user} has root's privileges.",
  'rule.root-user.none': 'No account other than root has its privileges.',

  'rule.network-filter.how':
    'On each server a packet filter denies by default before the address translation of containers, comes back after a restart, and a program blocks who abuses it; on CloudFront, the web ACL.',
  'rule.network-filter.met':
    'The filter denies by default, before the containers, and {programs} blocks who abuses it.',
  'rule.network-filter.edge': 'CloudFront takes HTTP and HTTPS only, and the web ACL filters what comes.',
  'rule.network-filter.none': 'The server has no packet filter.',
  'rule.network-filter.lets-in': 'The filter lets in what no rule speaks of.',
  'rule.network-filter.after':
    'The filter stands after the address translation: what containers publish does not pass it.',
  'rule.network-filter.forgets': 'Nothing brings the filter back when the server restarts.',
  'rule.network-filter.no-prevention': 'No program blocks who tries to come in again and again.',

  'rule.open-ports.how':
    "Each server's filter opens to all the ports that the call wants open, or to known addresses and to nobody else those that it wants restricted, as the clause says.",
  'rule.open-ports.any': '{port} is open to all.',
  'rule.open-ports.trusted': '{port} is open to {peers} only.',
  'rule.open-ports.shut': '{port} is shut.',
  'rule.open-ports.everybody': '{port} is open to all; it has to be open to trusted addresses only.',
  'rule.open-ports.silent': 'The call sets no such ports.',

  'rule.public-address-name.how': 'The domain is among the names to which the site answers, over HTTPS.',
  'rule.public-address-name.met': 'The site answers over HTTPS as {domain}.',
  'rule.public-address-name.other': 'The site does not answer as {domain}.',
  'rule.public-address-name.no-https': 'The web server does not answer over HTTPS at a port of the server.',

  'rule.ddos-limits.how':
    "Each server's filter limits the new connections of one address, and its web server the requests; on CloudFront, a rate rule of the web ACL on top of Shield.",
  'rule.ddos-limits.connections': 'Of one address {rate} new connections a second are taken.',
  'rule.ddos-limits.requests': 'Of one address {rate} requests a second are taken.',
  'rule.ddos-limits.no-connections': 'The filter does not limit the new connections of one address.',
  'rule.ddos-limits.no-requests': 'The web server does not limit the requests of one address.',
  'rule.ddos-limits.edge': 'Shield covers CloudFront, and the web ACL limits the requests of one address.',

  'rule.delivery-method.how':
    'There is a service that takes packages, or a page with the official site in a frame.',
  'rule.delivery-method.package': 'Packages come by {kind}, to port {port}.',
  'rule.delivery-method.frame': 'A page shows {source} in a frame.',
  'rule.delivery-method.none': 'There is neither a service that takes packages nor a page with a frame.',

  'rule.web-server-software.how':
    "A web server of one's own serves the site; those that the call names are examples.",
  'rule.web-server-software.met': 'The web server is {software}.',
  'rule.web-server-software.none': 'There is no web server.',

  'rule.sftp-service.how':
    'A service by sftp or ssh takes the packages, by key only, and who comes in can neither leave its folder nor run anything.',
  'rule.sftp-service.met': 'Packages are taken by {kind} at port {port}, by key only and within the folder.',
  'rule.sftp-service.none': 'There is no service by sftp or ssh that takes the packages.',
  'rule.sftp-service.no-key': 'The service is entered without a key.',
  'rule.sftp-service.roams': 'Who enters the service may leave its folder or run programs.',

  'rule.frame-page.how':
    "A page of one's own shows the official site over HTTPS in a frame with sandbox and title, gives a link to who does not see the frame, and its policy admits that origin only.",
  'rule.frame-page.met': 'The page shows {source} in a frame, and admits no other origin.',
  'rule.frame-page.none': 'There is no page with a frame.',
  'rule.frame-page.no-plain': 'The frame does not lead to an https address: {source}.',
  'rule.frame-page.no-policy': "The page's policy (frame-src) is not exactly the origin of {source}.",
  'rule.frame-page.no-sandbox': 'The frame has no sandbox.',
  'rule.frame-page.no-title': 'The frame has no title.',
  'rule.frame-page.no-link': 'The page gives no link to the official site.',

  'rule.high-availability.how':
    'Two servers or more, each with its own address, serve the site; or CloudFront does, which is in many places.',
  'rule.high-availability.met': '{count} servers serve the site.',
  'rule.high-availability.edge': 'CloudFront serves the site from many places.',
  'rule.high-availability.alone': 'A single server serves the site.',

  'rule.logical-access-control.how':
    "Each server is entered with one's own account and key, without passwords and never as root; no container is privileged, uses the server's network, reaches Docker or has capabilities by which to take the server. On AWS, the bucket is not public and nobody else writes it.",
  'rule.logical-access-control.met':
    'Entry is by key only; there {count, plural, one {is one account} other {are # accounts}}.',
  'rule.logical-access-control.met-container': 'The container has no power over its server.',
  'rule.logical-access-control.edge': 'There is no server to enter, and the bucket is shut to the public.',
  'rule.logical-access-control.passwords': 'SSH admits passwords.',
  'rule.logical-access-control.root': 'Root may come in by SSH.',
  'rule.logical-access-control.shared': "The image's account ({user}) is nobody's in particular.",
  'rule.logical-access-control.no-key': 'Account {user} has a shell and no key.',
  'rule.logical-access-control.privileged': 'The container is privileged.',
  'rule.logical-access-control.socket': "The container reaches Docker's socket.",
  'rule.logical-access-control.powers':
    'The container has capabilities by which to take the server: {powers}.',
  'rule.logical-access-control.host-network': "The container uses the server's network.",
  'rule.logical-access-control.open-bucket': 'The bucket is public, or somebody else may write in it.',

  'rule.institute-access.how':
    'A service takes the packages from who shows who it is, and writes them in a folder of the server.',
  'rule.institute-access.met': 'The institute hands in by {kind}, identified, in its folder of arrivals.',
  'rule.institute-access.none': 'There is no service by which the institute hands in packages.',
  'rule.institute-access.anybody': 'The service takes packages from anybody, unidentified.',
  'rule.institute-access.read-only': 'The service can not write in the folder of arrivals.',

  'rule.package-verification.how':
    "A worker with difusor's settings takes each package by itself: it verifies it whole, with the digests that it brings, and only then unpacks it.",
  'rule.package-verification.met': 'The worker verifies the whole archive before it unpacks it.',
  'rule.package-verification.digests': "The worker also verifies the package's digests ({digests}).",
  'rule.package-verification.tree':
    'The package comes as a folder: there is no archive to verify and unpack.',

  'rule.site-writers.how': 'Nobody but the worker may write in the folder or bucket that is served.',
  'rule.site-writers.met': 'Only the worker writes in {place}.',
  'rule.site-writers.other': 'Somebody other than the worker may write what is served.',
  'rule.site-writers.nowhere': 'The worker does not say where it publishes.',

  'verdict.optional':
    '{obligation, select, preferred {The call prefers it and does not demand it} other {It is optional}}, and it is not provided here.',
} as const satisfies Record<keyof typeof spanish, string>;
