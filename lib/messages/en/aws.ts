/** Words of the stack: pages of the edge, outputs, alarms. */
export const aws = {
  'frame.source': 'Official preliminary results: {institute}. Open the official site',
  'edge.page.closed.title': 'No results to show yet',
  'edge.page.closed.text':
    'Preliminary election results will be published here from the hour that the call sets.',
  'edge.page.notice.title': 'Publication interrupted',
  'edge.page.notice.text':
    'The publication of preliminary results on this site is interrupted. See the official site:',
  'edge.page.unavailable.title': 'Results not available at this moment',
  'edge.page.unavailable.text': 'Try again in a few seconds, or see the official site:',
  'aws.output.fixed-ip': 'Fixed IP to send to the institute (one per zone where asked for)',
  'aws.output.dns': 'DNS records to create, or already created',
  'aws.output.distribution': 'Domain of the CloudFront distribution',
  'aws.output.secret': "Secret to fill with the institute's credentials",
  'aws.output.dashboard': "The night's dashboard",
  'aws.output.site-bucket': 'The site’s bucket, for difusor status, rollback and the other orders (--bucket)',
  'aws.output.frame-bucket':
    'Holds an icon or a logo of the difusor; the page with the frame is in the function.',
  'aws.output.archive-bucket': 'Bucket with every received package, as it came',
  'aws.output.worker-logs': 'The worker’s log, with its journal (difusor journal verify --from-log)',
  'aws.output.pointer-store': 'Pointer to the live cut (--key-value-store)',
  'aws.output.shield': 'Tier of AWS Shield that the site has',
  'aws.output.dns.created': '{domain} A/AAAA → {target} (created by this stack)',
  'aws.output.dns.create': '{domain} CNAME → {target} (to create in your DNS)',
  'aws.alarm.cut-age.warn': 'The published cut is more than {minutes} minutes old: 1.2 periods.',
  'aws.alarm.cut-age.page':
    'The published cut is more than {minutes} minutes old: two periods. Someone must act now.',
  'aws.alarm.cut-age.critical':
    'The published cut reaches {minutes} minutes: the limit after which the institute interrupts the publication.',
  'aws.alarm.publish-lag':
    'For {minutes} minutes we could not publish: the failure is ours or on the way, not the institute’s.',
  'aws.alarm.outside':
    'After publishing, the new cut was not seen from outside: check DNS, certificate and firewall.',
  'aws.alarm.worker-errors': 'The sync worker failed in two or more of its last five runs.',
  'aws.alarm.worker-silent': 'The schedule starts the worker, but no run ends.',
  'aws.alarm.errors-5xx': 'More than {percent} % of the answers of the site are 5xx errors.',
  'aws.alarm.waf-blocks': 'The firewall blocks more than {count} requests a minute: perhaps an attack.',
  'aws.dashboard.cut-age': 'Age of the published cut, and time without being able to publish (s)',
  'aws.dashboard.worker': 'Runs and failures of the worker, and cuts not seen from outside',
  'aws.dashboard.requests': 'Requests to the site',
  'aws.dashboard.errors': 'Answers with an error (%)',
  'aws.dashboard.firewall': 'Firewall: allowed and blocked',
  'aws.warning.window-past':
    'The window {window} ended on {until}: EventBridge Scheduler takes no new schedule that is over. Take rehearsals that are past out of dates.rehearsals, or put the dates of your election under dates:.',
  'aws.warning.retention':
    'retention asks to take cuts away, and the call {convocatoria} does not say until when results stay in view: on AWS none is taken away.',
} as const;
