import { parse } from 'yaml';
import { publisherFiles } from '../../../../constructs/server/publisher/publisher-files.js';
import { serverPlan } from '../../../support/server-plan.js';

const OTHER_CALL = '../otra/mi-convocatoria';
const difusorYaml = `convocatoria: ${OTHER_CALL}\ncontacts:\n  - name: Ana # de guardia\ndomain: prep.example.org\n`;
const plan = serverPlan();
const filesOf = (input: Parameters<typeof publisherFiles>[1]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    publisherFiles(plan, input).map(({ path, content }) => [
      path.replace('/srv/prep/etc/publisher/', ''),
      content,
    ]),
  );

it('brings difusor.yaml without its people, and what the plan made of it', () => {
  const files = filesOf({ difusorYaml });
  expect(Object.keys(files)).toEqual(['difusor.yaml', 'settings.json']);
  expect(parse(files['difusor.yaml'] ?? '')).toEqual({
    convocatoria: OTHER_CALL,
    domain: 'prep.example.org',
  });
  expect(JSON.stringify(files)).not.toMatch(/Ana|guardia/);
  expect(JSON.parse(files['settings.json'] ?? '')).toEqual(plan.worker);
});

it('brings a call of one’s own beside it, wherever that was', () => {
  const call = { 'convocatoria.yaml': 'id: mia\n', 'clauses.yaml': '[]\n' };
  const files = filesOf({ difusorYaml, call });
  expect(parse(files['difusor.yaml'] ?? '')).toMatchObject({ convocatoria: './convocatoria' });
  expect(files).toMatchObject({
    'convocatoria/convocatoria.yaml': 'id: mia\n',
    'convocatoria/clauses.yaml': '[]\n',
  });
});
