/** What an audit measures, how each rule judges it, and what could not be measured. */
export const live = {
  'rule.live.none': 'Nobody has measured the running site. Run difusor audit.',
  'rule.live.no-front': 'No address of {domain} answered over HTTPS ({at}).',
  'rule.live.unmeasured':
    'Not measured: {what, select, cores {how many cores there are} processorSpeed {the clock speed of the processor} memory {the memory} disks {the disks} free {the free space} system {the operating system} docker {Docker} time {whether the clock is synchronized} timeFromHere {the clock against that of this machine} root {what sudo allows} link {the speed of the network card} packages {the size of the packages} official {the official site as seen from the server} upload {the upload speed} download {the download speed} addresses {the address of the server} domain {where the name of the site leads} tls {the certificate} home {the home page} fresh {the header on the full response} revalidated {the header on the 304 response} page {the page with the frame} redirect {what plain HTTP answers} missing {what an invented address answers} fronts {where the name of the site leads} framing {whether the official site lets itself be framed} other {{what}}}; {why, select, notAsked {it was not asked for} unreachable {no connection, check address, port and firewall} hostKey {the server showed another key than that of difusor.yaml, find out why before you go on} refused {it was not allowed, use an account that may} timeOut {no answer in time, try again} tool {a program is missing on the server, install it} unread {the answer can not be understood} untold {the machine does not tell, ask whoever rents it out for proof} window {a publication is under way, measure outside of it, or with --force} nothingThere {there is nothing to measure yet, try again after the first cut or rehearsal} other {{why}}} ({detail}; {at}).',

  'rule.live-processor.how':
    'Over SSH: nproc gives the logical cores, and the clock speed comes from the name of the model, else from lscpu, else from /proc/cpuinfo. A clock 1 % slower is tolerated.',
  'rule.live-processor.silent': 'The call asks for no processor.',
  'rule.live-processor.cores': 'There are {count} logical cores; {floor} are asked for ({at}).',
  'rule.live-processor.speed':
    'The processor has {gigahertz} GHz by {from, select, name {its model} maximum {its maximum} other {its present pace}}; {floor} are asked for ({at}).',

  'rule.live-memory.how':
    'Over SSH: MemTotal of /proc/meminfo, which leaves out what kernel and firmware keep; 93 % of what is asked for is therefore enough, in gigabytes of 10⁹ bytes.',
  'rule.live-memory.silent': 'The call asks for no memory.',
  'rule.live-memory.has':
    'There are {gigabytes} GB of memory in sight; {floor} are asked for, and 93 % is enough ({at}).',

  'rule.live-disk.how':
    'Over SSH: df gives what is free in the difusor’s folder and lsblk the disks with their kind, in gigabytes of 10⁹ bytes. A virtual disk that claims to turn tells nothing: it stays undetermined.',
  'rule.live-disk.silent': 'The call asks for no disk.',
  'rule.live-disk.free': '{gigabytes} GB are free; {floor} are asked for ({at}).',
  'rule.live-disk.total':
    'The{solidState, select, true { solid state} other {}} disks add up to {gigabytes} GB; {floor} are asked for ({at}).',
  'rule.live-disk.untold':
    'The disks that tell they are solid state add up to {gigabytes} GB of {floor}; another {untold} GB are virtual and do not tell: ask whoever rents them out for proof ({at}).',

  'rule.live-time.how':
    'Over SSH: chronyc tracking, else timedatectl, tells whether the clock is synchronized and how far off it is; it is also compared with the clock of this machine, half the way there and back being the error, and 2 s the margin.',
  'rule.live-time.synchronized':
    'The clock is synchronized by {client}; offset {offset, select, unknown {not told} other {{offset} ms}} ({at}).',
  'rule.live-time.adrift':
    'The clock is not synchronized by {client}; offset {offset, select, unknown {not told} other {{offset} ms}} ({at}).',
  'rule.live-time.agrees': 'It is {offset} ms ahead of that of this machine, give or take {error} ms ({at}).',
  'rule.live-time.differs':
    'It is {offset} ms ahead of that of this machine, give or take {error} ms: one of the two clocks is wrong ({at}).',

  'rule.live-link.how':
    'A network card that agreed on less than is asked for breaches it; only real transfers up and down prove it, since the line of the provider may be slower than the card. A slow transfer is no breach: the link of this machine may be the slow one.',
  'rule.live-link.silent': 'The call asks for no link.',
  'rule.live-link.card': 'The network card agreed on {megabits} Mb/s; {floor} are asked for ({at}).',
  'rule.live-link.card-slow':
    'The network card agreed on only {megabits} Mb/s; {floor} are asked for ({at}).',
  'rule.live-link.way':
    'A real {way, select, upload {upload} other {download}} gave {megabits} Mb/s; {floor} are asked for. If it gave less, measure again from a machine with a better link ({at}).',

  'rule.live-upload.how':
    'A file of random bytes is uploaded three times by sftp, under a name that the worker ignores, and removed; the median counts, in MB of 10⁶ bytes a second.',
  'rule.live-upload.silent': 'The call asks for no speed of reception.',
  'rule.live-upload.fast':
    '{by, select, ingest {The institute’s sftp} other {The server’s sshd}} took {megabytes} MB at {speed} MB/s, median of {runs}; {floor} are asked for ({at}).',
  'rule.live-upload.slow':
    '{by, select, ingest {The institute’s sftp} other {The server’s sshd}} took {megabytes} MB at only {speed} MB/s, median of {runs}; {floor} are asked for. If the link of this machine is slower, measure again from another ({at}).',

  'rule.live-package-room.how':
    'Over SSH: the largest of the packages kept, times the cuts expected, fits into what is free.',
  'rule.live-package-room.endless':
    'Neither the call nor difusor.yaml tells how many cuts there will be: do the sum by hand.',
  'rule.live-package-room.has':
    '{cuts} cuts like the largest ({largest} MB) need {needed} GB; {free} GB are free ({at}).',

  'rule.live-system.how': 'Over SSH: /etc/os-release names a system that the call admits.',
  'rule.live-system.fits': 'The server runs {name} {version} ({at}).',
  'rule.live-system.other': 'The server runs {name} {version}; admitted: {admitted} ({at}).',

  'rule.live-docker.how': 'Over SSH: the Docker Engine answers, and its service starts with the server.',
  'rule.live-docker.none': 'There is no Docker ({at}).',
  'rule.live-docker.by-hand': 'Docker {version} runs, but does not start with the server ({at}).',
  'rule.live-docker.runs':
    'Docker {version} runs and starts with the server{liveRestore, select, true {; containers outlive its restart} other {}} ({at}).',

  'rule.live-root-user.how': 'Over SSH: sudo -l of the institute’s account, else of the administrator’s.',
  'rule.live-root-user.has':
    'sudo gives {user} {rights, select, full {all that root may} limited {some commands only} other {nothing}} ({at}).',

  'rule.live-ports.how':
    'Connects to each port from where you say you are. It takes two looks, from a trusted address and from any other, joined by --merge.',
  'rule.live-ports.seen':
    'Port {port}, from {vantage, select, trusted {a trusted} other {any other}} address: {state, select, open {open} refused {nobody listens, and nothing filters it} other {no answer}} ({at}).',
  'rule.live-ports.unseen':
    'Port {port} was not looked at from {vantage, select, trusted {a trusted} other {any other}} address: measure from there and join with --merge.',

  'rule.live-path-header.how':
    'Each path is asked of each server over HTTPS, once in full and once with its ETag: the header comes once and with the exact value in both.',
  'rule.live-path-header.unasked': 'Nobody asked for {name} on {path}.',
  'rule.live-path-header.exact': '{path} answers {status} with {name}: {value} ({at}).',
  'rule.live-path-header.other': '{path} answers {status} with {name}: {got}; it must be {value} ({at}).',

  'rule.live-site.how':
    'The home page is asked of each server, and of each IPv6 address that DNS gives for the site (on AWS, of the others too): it answers 200 over HTTPS, with a valid certificate and without TLS 1.0 or 1.1, and plain HTTP leads to HTTPS. An address that does not answer is a breach.',
  'rule.live-site.trusted':
    'The certificate is good for {domain} until {validTo}; {protocol} was spoken ({at}).',
  'rule.live-site.untrusted': 'The certificate is no good for {domain}: {fault} ({at}).',
  'rule.live-site.old-tls': 'It still takes TLS 1.0 or 1.1 ({at}).',
  'rule.live-site.answers': 'https://{domain}/ answers {status} ({at}).',
  'rule.live-site.closed':
    'The site is closed (503): measure while it is open, in a rehearsal for instance ({at}).',
  'rule.live-site.redirects': 'http://{domain}/ leads to HTTPS: {status}, {location} ({at}).',
  'rule.live-site.no-redirect':
    'http://{domain}/ answers {status}{location, select, none {} other { and leads to {location}}}; it must lead to https://{domain}/ ({at}).',
  'rule.live-site.version':
    'It tells the version that it runs: {server}. No call forbids it; better not to say ({at}).',
  'rule.live-site.no-ipv6':
    'DNS gives no IPv6 address for {domain}: nobody is sent where nothing answers ({at}).',
  'rule.live-site.ipv6-dead':
    'DNS gives for {domain} the IPv6 address {address}, which serves nothing over HTTPS ({state, select, refused {it refuses the connection} silent {it does not answer} other {{state}}}): who browses over IPv6 waits or does not get in. Remove that AAAA record ({at}).',
  'rule.live-site.dead':
    'DNS gives for {domain} the address {address}, which serves nothing over HTTPS ({state, select, refused {it refuses the connection} silent {it does not answer} other {{state}}}). Correct the record, or the service ({at}).',
  'rule.live-site.untried':
    'DNS gives for {domain} the address {address}, and this machine has no way to it ({detail}). Measure from a network with IPv6, or remove the AAAA record if nothing answers there ({at}).',

  'rule.live-content.how':
    'An invented address is asked for: it answers with an error, not with a page. Whether what is published is a true copy does not show from outside: a person compares.',
  'rule.live-content.absent': 'An invented address answers {status} ({at}).',
  'rule.live-content.invented':
    'An invented address answers {status}: it shows something that the institute did not hand over; it must be 404 ({at}).',

  'rule.live-frame-page.how':
    'The home page is asked for: it shows in a sandboxed frame the official site of difusor.yaml, with title and link, and its policy lets it frame that site only.',
  'rule.live-frame-page.unasked': 'Nobody looked at the page.',
  'rule.live-frame-page.none': 'The home page has no frame ({at}).',
  'rule.live-frame-page.shows': 'The running page frames {source} ({at}).',
  'rule.live-frame-page.other': 'The running page frames {source}; it must be {official} ({at}).',

  'rule.live-public-address.how':
    'The address of the server in difusor.yaml, or the one that its name gives, is one of the public Internet.',
  'rule.live-public-address.public': 'Its address is public: {addresses} ({at}).',
  'rule.live-public-address.reserved': 'Its address is not public: {addresses} ({at}).',

  'rule.live-domain.how': 'DNS gives, for the name of the site, the address of each server and no other.',
  'rule.live-domain.leads': '{domain} leads to this server; DNS gives {addresses} ({at}).',
  'rule.live-domain.elsewhere': '{domain} does not lead to this server; DNS gives {addresses} ({at}).',
  'rule.live-domain.strange':
    '{domain} also leads to addresses that difusor.yaml does not have: {addresses} ({at}).',

  'rule.live-framing.how':
    'The headers of the official site let it show in a frame of one’s own page, and each server, where there are any, gets 200 from it.',
  'rule.live-framing.unasked': 'Nobody asked the official site.',
  'rule.live-framing.reaches': 'The official site answers {status} to the server ({at}).',
  'rule.live-framing.allowed': 'The official site allows the frame ({at}).',
  'rule.live-framing.refused':
    'The official site does not allow the frame: {header}: {value}. Tell the institute ({at}).',

  'cli.audit': 'measures the running site against the call: from outside, and one’s own servers over SSH',
  'cli.audit.host': 'only this server of difusor.yaml',
  'cli.audit.vantage':
    'from where it is measured: trusted, an address that is trusted or one’s own; untrusted, any other. Without it ports are not tried',
  'cli.audit.merge': 'joins earlier measurements (JSON of audit), for instance from the other address',
  'cli.audit.upload-mb': 'MB of the file that is uploaded to measure, from 0 (no measurement) to 1000',
  'cli.audit.identity': 'private key of the administrator, without passphrase (else that of the SSH agent)',
  'cli.audit.ingest-identity': 'private key that the institute’s sftp lets in, to measure that service',
  'cli.audit.force': 'uploads the file during a publication too',
  'cli.check.live': 'also judges by this measurement of the running site (JSON of difusor audit)',
  'cli.audit.no-host': 'difusor.yaml has no server called {host}; it has: {known}.',
  'cli.audit.no-document': '{path} is no measurement of difusor audit ({reason}).',
  'cli.audit.other-document':
    '{path} measures {domain} for {convocatoria}, which is not this site or not this call.',
  'cli.audit.no-identity': 'Could not read the key {path}: {reason}.',
} as const;
