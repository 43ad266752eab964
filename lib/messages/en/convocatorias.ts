/** Faults in the data of a call, and the schema's own words. */
export const convocatorias = {
  'problem.convocatoria.file-missing': 'This file is missing, or may not be read.',
  'problem.convocatoria.file-missing.remedy':
    'The folder of a call has two files: convocatoria.yaml and clauses.yaml.',
  'problem.convocatoria.file-too-large': 'The file is larger than {maxKib} KiB.',
  'problem.convocatoria.file-too-large.remedy': 'Take out what is not data of the call.',
  'problem.convocatoria.not-utf8': 'The file is not UTF-8 text.',
  'problem.convocatoria.not-utf8.remedy': 'Save it again as UTF-8.',
  'problem.convocatoria.syntax': 'The YAML is malformed ({code}): {detail}',
  'problem.convocatoria.syntax.remedy':
    'Check indentation, quotes and colons on that line; tags (!) and several documents are not accepted.',
  'problem.convocatoria.alias': 'The file uses YAML aliases (*).',
  'problem.convocatoria.alias.remedy': 'Write the whole value in each place.',
  'problem.convocatoria.duplicate-key': 'The key stands there twice.',
  'problem.convocatoria.duplicate-key.remedy': 'Keep one of them.',
  'problem.convocatoria.unknown-key': 'There is no key {name}.',
  'problem.convocatoria.unknown-key.remedy': 'Check the spelling; the keys are in the schema.',
  'problem.convocatoria.missing': '{name} is missing.',
  'problem.convocatoria.missing.remedy':
    'Write it; where the call is silent, the keys that allow it take null, and readings records the silence.',
  'problem.convocatoria.wrong-type':
    'It says {got} and must be {expected, select, string {a text} number {a number} int {an integer} boolean {true or false} array {a list} object {a group of keys} record {a group of keys} scalar {a text, a number, true or false} other {{expected}}}.',
  'problem.convocatoria.wrong-type.remedy':
    'Correct the value; a number that is a text, such as clause 1.1, goes in quotes.',
  'problem.convocatoria.not-allowed': 'It says {got}.',
  'problem.convocatoria.not-allowed.remedy': 'Accepted values: {allowed}.',
  'problem.convocatoria.wrong-format':
    'It says {got} and must be {format, select, datetime {an instant with its offset, such as 2024-06-02T20:00:00-07:00} date {a day, such as 2024-06-02} url {a web address} email {an e-mail address} other {a text of the pattern {pattern}}}.',
  'problem.convocatoria.wrong-format.remedy': 'Write it in that form.',
  'problem.convocatoria.out-of-range':
    'It says {got} and must be {side, select, above {more than} min {at least} other {at most}} {limit}.',
  'problem.convocatoria.out-of-range.remedy': 'Take the value from the text of the call.',
  'problem.convocatoria.empty': 'It is empty.',
  'problem.convocatoria.empty.remedy': 'Write at least one value.',
  'problem.convocatoria.zone': 'It says {got}, which is not an IANA time zone.',
  'problem.convocatoria.zone.remedy':
    'Use the full name, such as America/Mazatlan or America/Mexico_City; an abbreviation such as CST is ambiguous.',
  'problem.convocatoria.folder-name': 'The id {got} is not the name of its folder, {folder}.',
  'problem.convocatoria.folder-name.remedy': 'Give both the same name.',
  'problem.convocatoria.offset': 'The offset {got} is not that of {zone} at that instant: {expected}.',
  'problem.convocatoria.offset.remedy': 'Write the local time with {expected}.',
  'problem.convocatoria.order': '{got} is not after {other}, {otherValue}.',
  'problem.convocatoria.order.remedy':
    'The order is: election day, opening, last cut, end of publication; every period ends after it begins.',
  'problem.convocatoria.rehearsal-late': 'The rehearsal on {got} is not before election day, {electionDay}.',
  'problem.convocatoria.rehearsal-late.remedy': 'Check both dates.',
  'problem.convocatoria.take-down':
    'It says {got} minutes, but {periods, plural, one {one period} other {# periods}} of {cadence} minutes make {expected}.',
  'problem.convocatoria.take-down.remedy':
    'Correct the value; where the call contradicts itself, record it in readings and cite it with reading.',
  'problem.convocatoria.id-twice': 'The id {value} stands there twice.',
  'problem.convocatoria.id-twice.remedy': 'Number the duties of one clause: II.f.1, II.f.2.',
  'problem.convocatoria.clauses-unsorted': '{id} comes after {previous}.',
  'problem.convocatoria.clauses-unsorted.remedy': 'Put the clauses in the order of the call.',
  'problem.convocatoria.clause-not-its-own': 'The id {id} is not within clause {clause}.',
  'problem.convocatoria.clause-not-its-own.remedy':
    'The id is the clause, or the clause and a number: {clause}.1.',
  'problem.convocatoria.clause-unknown': 'It cites clause {clause}, which is not in clauses.yaml.',
  'problem.convocatoria.clause-unknown.remedy': 'Correct the citation or add the clause.',
  'problem.convocatoria.reading-unknown': 'It names the reading {reading}, which is not in readings.',
  'problem.convocatoria.reading-unknown.remedy': 'Correct the name or add the reading.',
  'problem.convocatoria.deadline-unknown': 'It names the deadline {value}, which is not in deadlines.',
  'problem.convocatoria.deadline-unknown.remedy': 'Deadlines of this call: {known}.',
  'problem.convocatoria.method-unknown': 'It names the method {value}, which is not in delivery.',
  'problem.convocatoria.method-unknown.remedy': 'Methods of this call: {known}.',
  'schema.convocatoria.title': 'convocatoria.yaml (call)',
  'schema.convocatoria.description':
    'The facts of a call for official re-publishers of the PREP. Each value names the clause that sets it and its unit.',
  'schema.convocatoria.key.id':
    'Name of the call, the same as its folder: institute and year, such as bcs-2024.',
  'schema.convocatoria.key.title': 'Title, in Spanish and English.',
  'schema.convocatoria.key.institute':
    'Electoral institute that calls, with e-mail addresses of offices, not of people.',
  'schema.convocatoria.key.electionDay': 'Election day.',
  'schema.convocatoria.key.zone': 'IANA time zone in which the call tells the time.',
  'schema.convocatoria.key.opening': 'Instant before which nothing is published.',
  'schema.convocatoria.key.closing': 'Instant of the last cut; null where the call fixes none.',
  'schema.convocatoria.key.holdUntil':
    'The last results stay published at least until here; null where it is silent.',
  'schema.convocatoria.key.cadence': 'Minutes between two cuts; null where it is silent.',
  'schema.convocatoria.key.takeDown':
    'Minutes and periods that a fault lasts before the publication is interrupted; null where it is silent.',
  'schema.convocatoria.key.delivery':
    'How the cuts arrive: pull (the difusor asks for them), push (the institute uploads them), frame (the page frames the official site).',
  'schema.convocatoria.key.package': 'What the package holds and what is done with it.',
  'schema.convocatoria.key.headers': 'Response headers that are demanded, by path; /* is every path.',
  'schema.convocatoria.key.server': 'Minimums of the server.',
  'schema.convocatoria.key.ports': 'Ports to open, and to whom.',
  'schema.convocatoria.key.statistics': 'Days of which statistics or logs are owed; null where it is silent.',
  'schema.convocatoria.key.deadlines': 'Deadlines: last day, and the first where there is a period.',
  'schema.convocatoria.key.contacts':
    'How many people who answer for the technical side it asks for; absent where it does not say.',
  'schema.convocatoria.key.rehearsals': 'Days of the rehearsals; empty where the call gives none.',
  'schema.convocatoria.key.rehearsalsClause': 'Clause that obliges to rehearse, where there are no dates.',
  'schema.convocatoria.key.readings': 'Contradictions, silences and inferences, and how each was read.',
  'schema.clauses.title': 'clauses.yaml (duties)',
  'schema.clauses.description':
    'Every duty of the call, in the order of its text and in our own words; none is left out because no program can prove it.',
  'schema.clauses.key.id': 'Unique: the clause, and a number where it holds several duties, such as II.f.2.',
  'schema.clauses.key.clause': 'The clause as the call numbers it, e.g. II.f.',
  'schema.clauses.key.bearer': 'Whose duty it is: difusor or institute.',
  'schema.clauses.key.duty': 'The duty, paraphrased.',
  'schema.clauses.key.obligation':
    'Where the call does not demand it: optional, it leaves the choice; preferred, it would rather have it.',
  'schema.clauses.key.kind':
    'How it is proven: template (the template), live (the running system), worker (its behaviour), document (a paper that is handed in), human (a person brings the evidence).',
  'schema.clauses.key.rule': 'Rule that proves it, where there is one.',
  'schema.clauses.key.params': 'Parameters of the rule.',
  'schema.clauses.key.remedy': 'What to do where it is not met, or who brings which evidence.',
  'schema.clauses.key.deadline': "Id of one of the call's deadlines.",
  'schema.clauses.key.appliesTo':
    'Methods of delivery to which it is limited; without this key it counts for all.',
} as const;
