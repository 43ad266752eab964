/** Words of the matrix and of the explanations. */
export const report = {
  'report.verdict.met': 'CUMPLIDA',
  'report.verdict.breached': 'INCUMPLIDA',
  'report.verdict.waived': 'DISPENSADA',
  'report.verdict.manual': 'POR ACREDITAR',
  'report.verdict.not-applicable': 'NO APLICA',
  'report.verdict.undetermined': 'INDETERMINADA',

  'report.count.met': '{count, plural, one {# cumplida} other {# cumplidas}}',
  'report.count.breached': '{count, plural, one {# incumplida} other {# incumplidas}}',
  'report.count.waived': '{count, plural, one {# dispensada} other {# dispensadas}}',
  'report.count.manual': '{count} por acreditar',
  'report.count.not-applicable': '{count, plural, one {# no aplica} other {# no aplican}}',
  'report.count.undetermined': '{count, plural, one {# indeterminada} other {# indeterminadas}}',

  'report.kind.template': 'Plantilla: se prueba con el JSON sintetizado.',
  'report.kind.worker': 'Trabajador: se prueba con los ajustes y permisos de quien publica.',
  'report.kind.live': 'En vivo: solo se prueba en el sistema en marcha.',
  'report.kind.document': 'Documento: se entrega por escrito.',
  'report.kind.human': 'Persona: necesita evidencia, responsable y fecha.',

  'report.kind-word.template': 'plantilla',
  'report.kind-word.worker': 'trabajador',
  'report.kind-word.live': 'en vivo',
  'report.kind-word.document': 'documento',
  'report.kind-word.human': 'persona',

  'report.bearer.difusor': 'el difusor',
  'report.bearer.institute': 'el Instituto',

  'report.delivery.pull': 'el difusor jala los cortes',
  'report.delivery.push': 'el instituto sube los cortes',
  'report.delivery.frame': 'el portal muestra el sitio oficial en un marco',
  'report.matrix.dates': 'Con fechas propias ({keys}); los plazos son los de la convocatoria.',
  'report.matrix.more': '{count, plural, one {Una observación más} other {# observaciones más}}, en --json.',
  'report.matrix.deadline': '{remedy} (plazo: {date})',
  'report.matrix.passed': 'Todo lo que las plantillas pueden probar se cumple, está dispensado o no aplica.',
  'report.matrix.failed':
    'No pasa: {breached, plural, =0 {ninguna incumplida} one {una incumplida} other {# incumplidas}}, {undetermined, plural, =0 {ninguna indeterminada} one {una indeterminada} other {# indeterminadas}}.',
  'report.matrix.manual':
    'Por acreditar no es cumplida: {count, plural, one {falta la evidencia de una cláusula} other {falta la evidencia de # cláusulas}}.',

  'report.explain.citation': '{convocatoria} {id} · {institute}, cláusula {clause}',
  'report.explain.duty': 'Deber',
  'report.explain.bearer': 'Obliga a',
  'report.explain.applies-to': 'Con entrega',
  'report.explain.kind': 'Prueba',
  'report.explain.rule': 'Regla',
  'report.explain.params': 'Parámetros',
  'report.explain.how': 'Cómo se juzga',
  'report.explain.remedy': 'Remedio',
  'report.explain.deadline': 'Plazo',
  'report.explain.reading-contradiction': 'Contradicción',
  'report.explain.reading-silence': 'Silencio',
  'report.explain.reading-inference': 'Inferencia',
} as const;
