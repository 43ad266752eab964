import {
  readSshSettings,
  sshSwitch,
} from '../../../../../../lib/compliance/collectors/terraform/host/ssh-settings.js';

describe('sshSwitch', () => {
  test.each([
    [[''], true],
    [['PasswordAuthentication no'], false],
    [['passwordauthentication  "no"'], false],
    [['# PasswordAuthentication no'], true],
    [['PasswordAuthentication no', 'PasswordAuthentication yes'], false],
    [
      ['PasswordAuthentication no\nMatch User x\nPasswordAuthentication yes'],
      { unresolved: 'Match: PasswordAuthentication' },
    ],
    [['PasswordAuthentication no\nMatch all\nPasswordAuthentication yes'], false],
  ])('reads %j', (texts, expected) => {
    expect(sshSwitch(readSshSettings(texts), 'PasswordAuthentication', true)).toEqual(expected);
  });
});
