/** What is wrong with servers and frames in a difusor.yaml, how to mend it, and what their keys say. */
export const serverConfig = {
  'frame.title': 'Preliminary election results · {institute}',
  'problem.key-of-aws': '{name} is of AWS, and this file describes servers of one’s own (server).',
  'problem.key-of-aws.remedy':
    'Remove {name}{last, select, certificate {; the certificate goes in server.tls} waf {; the limit of requests goes in server.web.rateLimit} email {; the notice goes in alarms.webhookFile} other {}}.',
  'problem.key-of-servers': '{name} is of servers of one’s own, and this file describes none (server).',
  'problem.key-of-servers.remedy': 'Remove {name}; on AWS the notice comes by alarms.email.',
  'problem.key-of-packages':
    '{name} is for who gets packages; with frame the page only shows the official site.',
  'problem.key-of-packages.remedy': 'Remove {name}, or remove frame if the institute hands packages to you.',
  'problem.delivery-not-the-calls':
    'The results would come by {got, select, pull {download} push {the institute’s upload} frame {a frame} other {{got}}} ({got}); the call {convocatoria} accepts: {allowed}.',
  'problem.delivery-not-the-calls.remedy':
    '{allowed, select, pull {Say in source where they are downloaded from.} other {Describe server.ingest (push) or frame, as it accepts.}}',
  'problem.host-name':
    'Not a name of a server: got {got}; up to 20 lower-case letters, digits and single hyphens are accepted, starting with a letter.',
  'problem.host-name.remedy':
    'Write a short name, such as one or xalapa-1: it becomes part of its stack’s name.',
  'problem.host-address':
    'Not the address of a server: got {got}; an IPv4 or IPv6 address or a full name in lower case is accepted.',
  'problem.host-address.remedy': 'Write the address alone, without protocol, port or path.',
  'problem.host-address-ipv6':
    'A server can’t have an IPv6 address alone: got {got}; readers come over IPv4.',
  'problem.host-address-ipv6.remedy':
    'Write its IPv4 address, or a name that leads to it; nothing answers over IPv6.',
  'problem.acme-is-one':
    '{got} servers can’t each ask for their certificate by ACME: the authority looks for the proof on any of them.',
  'problem.acme-is-one.remedy': 'Get one certificate, put it on each server and write server.tls.files.',
  'problem.host-is-domain':
    'With several servers the domain {got} leads to any of them; each one’s own address is accepted.',
  'problem.host-is-domain.remedy': 'Write the IP address, or a name that is this server’s alone.',
  'problem.host-keys-missing':
    'The server’s public keys are missing; over SSH nothing is sent to it unrecognized.',
  'problem.host-keys-missing.remedy':
    'Write into hostKeys what this prints on the server’s console: cat /etc/ssh/ssh_host_ed25519_key.pub',
  'problem.local-is-one':
    'docker: local is the Docker of the machine that applies, which is one: there are {got} servers.',
  'problem.local-is-one.remedy': 'Use docker: ssh, or keep one server.',
  'problem.host-folder':
    'Not a folder for the difusor: got {got}; an absolute path of at least two levels (/srv/prep) is accepted, of plain letters, digits and ._-, outside of the system’s own.',
  'problem.host-folder.remedy': 'Write a folder of its own, such as /srv/prep, never / alone.',
  'problem.host-file':
    'Not a file of the server: got {got}; an absolute path of plain letters, digits and ._- is accepted.',
  'problem.host-file.remedy': 'Write the full path of the file that is on each server already.',
  'problem.secret-file':
    'Not the path of a file: got a value of {length} characters; an absolute path of plain letters, digits and ._- is accepted.',
  'problem.secret-file.remedy':
    'Write the path of the file that holds the secret on each server, never the secret.',
  'problem.tls-among-secrets':
    'The file lies among other secrets, and the web server is given its whole folder; a folder of its own is accepted.',
  'problem.tls-among-secrets.remedy': 'Keep it in {folder}/secrets/tls, readable by group 10001.',
  'problem.secret-exposed':
    'The secret is in a folder that containers read or write; {folder}/secrets or another that is not theirs is accepted.',
  'problem.secret-exposed.remedy': 'Keep it in {folder}/secrets, which only root reads.',
  'problem.network':
    'Neither an address nor a network: got {got}; IPv4 or IPv6 in digits is accepted, with /prefix for a network (192.0.2.0/24, 2001:db8::/48).',
  'problem.network.remedy':
    'Ask for the addresses in digits: a name would be looked up once, and in clear text.',
  'problem.network-everybody':
    'The network covers half of the Internet: got {got}; a prefix from /{shortest} is accepted.',
  'problem.network-everybody.remedy': 'Write only the addresses that the institute gave, or your own.',
  'problem.network-host-bits':
    'The address is not the beginning of its network: got {got}; with /{prefix} the first one of the network is accepted.',
  'problem.network-host-bits.remedy': 'Correct the address, or remove /{prefix} if one alone is meant.',
  'problem.network-overlap': '{got} overlaps {other}; each address is accepted once.',
  'problem.network-overlap.remedy': 'Keep only the network that covers the other one.',
  'problem.administrator-shut-out':
    'SSH would be open to the institute alone, and docker: ssh comes in by it; at least one address of your own is accepted.',
  'problem.administrator-shut-out.remedy':
    'Write into server.administrator.from the fixed address, or the network, from which you apply.',
  'problem.host-user':
    'Not an account that can be made: got {got}; up to 32 lower-case letters, digits, _ and - are accepted, starting with a letter, and none of the system’s own.',
  'problem.host-user.remedy':
    'Write another account; root does not come in by SSH, and the one that is made can use sudo.',
  'problem.ingest-user':
    'Not a user of the ingest: got {got}; up to 32 lower-case letters, digits, _ and - are accepted, starting with a letter, and none of the system’s own.',
  'problem.ingest-user.remedy': 'Write the user as which the institute sends.',
  'problem.user-shared':
    'Institute and difusor would have the same account, {got}; one for each is accepted.',
  'problem.user-shared.remedy': 'Give the institute’s account another name.',
  'problem.key-shared': 'This key is the administrator’s too; one of each one’s own is accepted.',
  'problem.key-shared.remedy': 'Ask the institute for its own public key.',
  'problem.public-key':
    'Not an OpenSSH public key: got {got}; kind, body and comment in one line are accepted (ssh-ed25519 AAAA… name), without options.',
  'problem.public-key.remedy': 'Copy the line of the .pub file; the private key never goes here.',
  'problem.public-key-short': 'The RSA key has {got} bits; {minimum} or more are accepted.',
  'problem.public-key-short.remedy': 'Make another one: ssh-keygen -t ed25519',
  'problem.time-server':
    'Not a time server: got {got}; an IPv4 or IPv6 address or a full name in lower case is accepted.',
  'problem.time-server.remedy': 'Write the name alone, such as cronos.cenam.mx, or remove the key.',
  'problem.tls-choice':
    'The server’s certificate is given in one way only: got {got}; accepted is acme, or files with certificate and key.',
  'problem.tls-choice.remedy': 'Keep acme to have it requested and renewed, or files if you have it already.',
  'problem.tls-same-file': 'Certificate and key are the same file; two are accepted.',
  'problem.tls-same-file.remedy':
    'Keep the key in a file of its own, which group 10001 reads, that of the web server.',
  'problem.ingest-choice': 'The ingest is one service: got {got}; rsync or sftp is accepted.',
  'problem.ingest-choice.remedy':
    'Keep the one that the call asks for: rsync in Veracruz, sftp in method 1 of the others.',
  'problem.rsync-module':
    'Not a module of rsync: got {got}; up to 32 lower-case letters, digits, _ and - are accepted, starting with a letter.',
  'problem.rsync-module.remedy':
    'Write a name such as prep; the institute sends to rsync://user@server/prep.',
  'problem.port-taken':
    'Port {got} is another service’s of the same server already: web (80, 443), SSH or ingest.',
  'problem.port-taken.remedy': 'Write another port.',
  'problem.ingest-port-not-the-calls':
    'The ingest would be at port {got}; clause {clause} opens to the institute: {allowed}.',
  'problem.ingest-port-not-the-calls.remedy': 'Remove port, or write one of those that is free.',
  'problem.source-beside-ingest':
    'There is an ingest (server.ingest) and a source {got} too; inbox is accepted, which is what the ingest fills.',
  'problem.source-beside-ingest.remedy': 'Remove source, or remove server.ingest if the difusor downloads.',
  'problem.role-on-server': 'A server of one’s own has no AWS identity to read the bucket with.',
  'problem.role-on-server.remedy': 'Write auth: keys and keep the keys in server.sourceSecretFile.',
  'problem.source-secret-unused': 'Nobody would read this file: the source wants no credentials.',
  'problem.source-secret-unused.remedy':
    'Remove server.sourceSecretFile, or describe in source one that wants them.',
  'problem.inbox-without-ingest': 'Nobody fills the inbox: server.ingest is missing.',
  'problem.inbox-without-ingest.remedy':
    'Add server.ingest with rsync or sftp, or say in source where packages are downloaded from.',
  'problem.inbox-path-set':
    'On servers of one’s own the program sets the inbox’s folder; no other is accepted here.',
  'problem.inbox-path-set.remedy': 'Remove source.path.',
  'problem.public-url-no-network':
    'With server.ingest the worker has no network and cannot look at the site from publicUrl.',
  'problem.public-url-no-network.remedy': 'Remove publicUrl; each server’s watch looks after the copy.',
  'problem.web-rate-limit':
    'At {got} per address voters who share an address are shut out (CGNAT); {minimum} or more are accepted.',
  'problem.web-rate-limit.remedy': 'Write {minimum} or more, or remove the key.',
  'problem.logs-too-short':
    'The logs would go after {got} days, before the visits are counted; {minimum} or more are accepted.',
  'problem.logs-too-short.remedy': 'Write {minimum} or more in server.logs.days.',
  'problem.image':
    'Not a container image: got {got}; name:tag is accepted, with a registry before and @sha256:… behind where needed.',
  'problem.image.remedy': 'Write an image with apt, such as debian:trixie-slim.',
  'problem.state-key':
    'The state’s key cannot be used: got {got}; plain letters, digits and ._- are accepted, with / between folders.',
  'problem.state-key.remedy': 'Write something like difusor/veracruz, or remove the key.',
  'problem.frame-is-own': 'The page would frame itself, {got}; the institute’s official site is accepted.',
  'problem.frame-is-own.remedy': 'Write into frame.official the address that the institute gave.',
  'schema.difusor.key.frame': 'Page that shows the official site in a frame, instead of publishing packages.',
  'schema.difusor.key.frame.official': 'Address of the official site, with https.',
  'schema.difusor.key.frame.title': 'Title of page and frame. Where absent, the institute’s name gives it.',
  'schema.difusor.key.alarms.webhookFile':
    'File on each server with the https address that gets the notices; the address is a secret and does not go here.',
  'schema.difusor.key.server': 'Servers of one’s own, Ubuntu with Docker. Where absent, the site is on AWS.',
  'schema.difusor.key.server.hosts': 'The servers; each has the same containers.',
  'schema.difusor.key.server.hosts.name': 'Short name, part of its stack’s.',
  'schema.difusor.key.server.hosts.address': 'IPv4 address, or a name that leads to one.',
  'schema.difusor.key.server.hosts.sshPort': 'Port of SSH.',
  'schema.difusor.key.server.hosts.hostKeys':
    'Public keys of its sshd, from the server’s console; needed with docker: ssh.',
  'schema.difusor.key.server.docker':
    'ssh: each server’s Docker is reached over SSH; local: that of the machine that applies.',
  'schema.difusor.key.server.ubuntu': 'Version of Ubuntu on the servers.',
  'schema.difusor.key.server.otherSystem':
    'true: a server with another version of Ubuntu, or with Debian, is set up too. Where absent, the set-up refuses it.',
  'schema.difusor.key.server.prepareHost':
    'true: terraform apply sets up the server itself too. Where absent: with docker: ssh yes, with local no.',
  'schema.difusor.key.server.folder': 'Folder on each server that holds everything of the difusor’s.',
  'schema.difusor.key.server.trusted':
    'Addresses and networks that the institute gave: they reach SSH and the ingest.',
  'schema.difusor.key.server.administrator': 'Who runs the server.',
  'schema.difusor.key.server.administrator.user': 'Its account, with sudo.',
  'schema.difusor.key.server.administrator.keys': 'Its OpenSSH public keys.',
  'schema.difusor.key.server.administrator.from':
    'Addresses and networks of one’s own from which it comes in by SSH.',
  'schema.difusor.key.server.institute':
    'The institute’s account with root privileges, where it asks for one.',
  'schema.difusor.key.server.institute.user': 'Name of the account.',
  'schema.difusor.key.server.institute.keys': 'OpenSSH public keys of the institute.',
  'schema.difusor.key.server.ntpServers': 'Time servers. Where absent: that of the CENAM, and others nearby.',
  'schema.difusor.key.server.tls':
    'HTTPS certificate: acme, which is requested and renewed by itself, or files.',
  'schema.difusor.key.server.tls.acme': 'Requested by ACME, with the challenge over port 80.',
  'schema.difusor.key.server.tls.acme.email': 'E-mail of the ACME account.',
  'schema.difusor.key.server.tls.acme.directory': 'ACME directory. Where absent: Let’s Encrypt.',
  'schema.difusor.key.server.tls.files': 'PEM files that are on each server already.',
  'schema.difusor.key.server.tls.files.certificate': 'Path of the certificate with its chain.',
  'schema.difusor.key.server.tls.files.key': 'Path of the private key.',
  'schema.difusor.key.server.ingest':
    'Service to which the institute sends packages; where absent, the difusor downloads them from source.',
  'schema.difusor.key.server.ingest.rsync': 'rsyncd with a write-only module; clear text.',
  'schema.difusor.key.server.ingest.rsync.module': 'Name of the module.',
  'schema.difusor.key.server.ingest.rsync.user': 'User of the module.',
  'schema.difusor.key.server.ingest.rsync.secretFile':
    'File on each server with user:password. Where absent: secrets/rsyncd.secrets in server.folder.',
  'schema.difusor.key.server.ingest.rsync.port': 'TCP port.',
  'schema.difusor.key.server.ingest.sftp': 'sftp by key, locked into the inbox.',
  'schema.difusor.key.server.ingest.sftp.user': 'The institute’s account.',
  'schema.difusor.key.server.ingest.sftp.keys': 'OpenSSH public keys of the institute.',
  'schema.difusor.key.server.ingest.sftp.port': 'TCP port.',
  'schema.difusor.key.server.sourceSecretFile':
    'File on each server with the credentials of source, in JSON. If absent: secrets/source.json in server.folder.',
  'schema.difusor.key.server.web': 'Web server.',
  'schema.difusor.key.server.web.rateLimit': 'Limit of requests per address; beyond, it answers 429.',
  'schema.difusor.key.server.web.rateLimit.requestsPerSecond': 'Sustained requests a second.',
  'schema.difusor.key.server.web.rateLimit.burst': 'Requests that it may send at once.',
  'schema.difusor.key.server.web.modSecurity':
    'true: ModSecurity with its core rules, on requests with a query.',
  'schema.difusor.key.server.images': 'Base images of the containers.',
  'schema.difusor.key.server.images.debian': 'Debian or Ubuntu, with apt.',
  'schema.difusor.key.server.images.node': 'The same with Node.js and npm.',
  'schema.difusor.key.server.logs': 'Access logs.',
  'schema.difusor.key.server.logs.days':
    'Days that they are kept; at least those of the statistics that the call asks for.',
  'schema.difusor.key.server.logs.ship': 'Where they are sent too, by syslog over TLS.',
  'schema.difusor.key.server.logs.ship.host': 'Log server.',
  'schema.difusor.key.server.logs.ship.port': 'TCP port.',
  'schema.difusor.key.server.state': 'Where Terraform keeps its state: local, or s3.',
  'schema.difusor.key.server.state.s3': 'An S3 bucket, with a lock.',
  'schema.difusor.key.server.state.s3.bucket': 'Name of the bucket.',
  'schema.difusor.key.server.state.s3.key': 'Key of the state. Where absent: difusor/ and name.',
  'schema.difusor.key.server.state.s3.region': 'The bucket’s region.',
} as const;
