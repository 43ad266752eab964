/** Words of the matrix and of the explanations. */
export const report = {
  'report.verdict.met': 'MET',
  'report.verdict.breached': 'BREACHED',
  'report.verdict.waived': 'WAIVED',
  'report.verdict.manual': 'TO BE SHOWN',
  'report.verdict.not-applicable': 'NOT APPLICABLE',
  'report.verdict.undetermined': 'UNDETERMINED',

  'report.count.met': '{count} met',
  'report.count.breached': '{count} breached',
  'report.count.waived': '{count} waived',
  'report.count.manual': '{count} to be shown',
  'report.count.not-applicable': '{count} not applicable',
  'report.count.undetermined': '{count} undetermined',

  'report.kind.template': 'Template: proven from the synthesized JSON.',
  'report.kind.worker': "Worker: proven from the publisher's settings and permissions.",
  'report.kind.live': 'Live: provable only on the running system.',
  'report.kind.document': 'Document: handed in in writing.',
  'report.kind.human': 'Person: needs evidence, an owner and a date.',

  'report.kind-word.template': 'template',
  'report.kind-word.worker': 'worker',
  'report.kind-word.live': 'live',
  'report.kind-word.document': 'document',
  'report.kind-word.human': 'person',

  'report.bearer.difusor': 'the difusor',
  'report.bearer.institute': 'the institute',

  'report.delivery.pull': 'the difusor pulls the cuts',
  'report.delivery.push': 'the institute uploads the cuts',
  'report.delivery.frame': 'the portal frames the official site',
  'report.matrix.dates': "With dates of its own ({keys}); the deadlines are the call's.",
  'report.matrix.more': '{count, plural, one {One more observation} other {# more observations}}, in --json.',
  'report.matrix.deadline': '{remedy} (by {date})',
  'report.matrix.passed': 'All that the templates can prove is met, waived or not applicable.',
  'report.matrix.failed':
    'Does not pass: {breached, plural, =0 {none breached} one {one breached} other {# breached}}, {undetermined, plural, =0 {none undetermined} one {one undetermined} other {# undetermined}}.',
  'report.matrix.manual':
    'To be shown is not met: {count, plural, one {the evidence of one clause is missing} other {the evidence of # clauses is missing}}.',

  'report.explain.citation': '{convocatoria} {id} · {institute}, clause {clause}',
  'report.explain.duty': 'Duty',
  'report.explain.bearer': 'Binds',
  'report.explain.applies-to': 'With delivery',
  'report.explain.kind': 'Proof',
  'report.explain.rule': 'Rule',
  'report.explain.params': 'Params',
  'report.explain.how': 'How judged',
  'report.explain.remedy': 'Remedy',
  'report.explain.deadline': 'Deadline',
  'report.explain.reading-contradiction': 'Contradiction',
  'report.explain.reading-silence': 'Silence',
  'report.explain.reading-inference': 'Inference',
} as const;
