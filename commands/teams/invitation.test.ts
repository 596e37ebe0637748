import { describe, expect, test } from '@jest/globals';
import { GraphError } from '../../integration/errors.js';
import { explainedRefusal, invitation, WHOLE_HISTORY } from './invitation.js';

const person = {
  typed: 'o',
  id: "o'brien+x#1@contoso.example",
  name: "Shane O'Brien",
  isGuest: false,
  isKnown: true,
};

describe('a member as Graph takes one', () => {
  test('is bound by a link to the cloud of the instance, quotes doubled, each sign encoded (2.8, 5.2-b, 5.2-c)', () => {
    expect(invitation(person, 'https://graph.microsoft.us', WHOLE_HISTORY)).toEqual({
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      roles: ['owner'],
      'user@odata.bind': "https://graph.microsoft.us/v1.0/users('o''brien%2Bx%231%40contoso.example')",
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    });
  });

  test('cannot close the literal it stands in', () => {
    const { 'user@odata.bind': bind } = invitation(
      { ...person, id: "x')/manager('y" },
      'https://graph.microsoft.com',
    );
    expect(bind).toBe("https://graph.microsoft.com/v1.0/users('x'')%2Fmanager(''y')");
  });

  test('has no history at all where none is shared, and never an empty date (5.6-a)', () => {
    expect(invitation({ ...person, isGuest: true }, 'https://graph.microsoft.com')).not.toHaveProperty(
      'visibleHistoryStartDateTime',
    );
  });
});

describe('a refusal of Teams', () => {
  const refusal = (text: string, status = 403) =>
    new GraphError(`Microsoft Graph answered ${status} ${text}`, undefined, {
      status,
      code: '',
      text,
      body: {},
    });

  test('about another organization is told in words', () => {
    const error = explainedRefusal(
      refusal(`AclCheckFailed-Federation is not allowed with user ${person.id}`),
      [person],
    );
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Shane O'Brien \(o\) belongs to another organization/),
    });
  });

  test('that names nobody of several stays as it is', () => {
    const error = refusal('License missing');
    expect(explainedRefusal(error, [person, { ...person, id: 'other' }])).toBe(error);
  });

  test('that is no refusal but a fault stays as it is', () => {
    const error = refusal(`license ${person.id}`, 500);
    expect(explainedRefusal(error, [person])).toBe(error);
  });
});
