import {
  readSshSettings,
  sshSwitch,
} from '../../../../../../lib/compliance/collectors/terraform/host/ssh-settings.js';
import { testHostileText } from '../../../hostile-text.js';

describe('sshSwitch', () => {
  test.each([
    [[''], true],
    [['PasswordAuthentication no'], false],
    [['passwordauthentication  "no"'], false],
    [['\tPasswordAuthentication=no\r'], false],
    [['PasswordAuthentication = no'], false],
    [['# PasswordAuthentication no'], true],
    [['PasswordAuthentications no'], true],
    [['PasswordAuthentication no', 'PasswordAuthentication yes'], false],
    [['PasswordAuthentication yes', 'PasswordAuthentication no'], true],
    [
      ['PasswordAuthentication no\nMatch User x\nPasswordAuthentication yes'],
      { unresolved: 'Match: PasswordAuthentication' },
    ],
    [['PasswordAuthentication no\nMatch all\nPasswordAuthentication yes'], false],
    [['Include /etc/ssh/sshd_config.d/*.conf\nPasswordAuthentication no'], false],
    [['Include /etc/ssh/more\nPasswordAuthentication no'], { unresolved: 'Include /etc/ssh/more' }],
  ])('reads %j', (texts, expected) => {
    expect(sshSwitch(readSshSettings(texts), 'PasswordAuthentication', true)).toEqual(expected);
  });

  testHostileText(
    (text) => sshSwitch(readSshSettings([text]), 'PasswordAuthentication', true),
    ['PasswordAuthentication ', 'Match User x\n', 'Include ', '"', '=', 'a  b', '\r\n'],
  );
});
