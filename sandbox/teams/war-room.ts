import { wholeHistory, type Chat, type Member, type Sender } from './chat.js';
import { identityOf, withSystemEvent } from './happen.js';
import { bot, outsider } from './participants.js';
import { at, by, group, html, minute, said, start, withMessages } from './seed-chat.js';

const card = {
  id: 'a1d3f6b27c9e4d51',
  contentType: 'application/vnd.microsoft.card.adaptive',
  contentUrl: null,
  content: JSON.stringify({
    type: 'AdaptiveCard',
    version: '1.4',
    body: [{ type: 'TextBlock', text: 'Impossible travel: George Ashdown' }],
  }),
  name: null,
  thumbnailUrl: null,
};

/** A group chat with everything that breaks a careless reader: system events, a bot, a guest, a stranger, markup. */
export function warRoom(): Chat {
  const names = ['adele', 'noor', 'tomas', 'mia_fabrikam.example#EXT#'];
  const chat = group('Incident 4711 war room', 'war-room', names, 200);
  const member: Member = {
    userId: outsider.id,
    displayName: outsider.displayName,
    email: outsider.email,
    tenantId: outsider.tenantId,
    role: 'owner',
    visibleHistoryStartDateTime: wholeHistory,
  };
  const stranger: Sender = {
    kind: 'user',
    id: outsider.id,
    displayName: outsider.displayName,
    userIdentityType: 'federatedUser',
    tenantId: outsider.tenantId,
  };
  const initiator = identityOf(by('adele'));
  const opened = withSystemEvent(
    { ...chat, members: [...chat.members, member] },
    'membersAdded',
    {
      visibleHistoryStartDateTime: wholeHistory,
      members: [...chat.members, member].map(({ userId }) => ({ id: userId, displayName: null })),
      initiator,
    },
    start + 200 * minute,
  );
  const renamed = withSystemEvent(
    { ...opened, lastUpdatedDateTime: at(201) },
    'chatRenamed',
    { chatId: chat.id, chatDisplayName: chat.topic, initiator },
    start + 201 * minute,
  );
  const mention = {
    id: 0,
    mentionText: 'Tomáš Dvořák',
    mentioned: { ...identityOf(by('tomas')), conversation: null },
  };
  return withMessages(renamed, [
    [202, { from: bot, body: html(`<attachment id="${card.id}"></attachment>`), attachments: [card] }],
    [
      205,
      said('adele', '<p><at id="0">Tomáš Dvořák</at> can you look?</p>', {
        mentions: [mention],
        importance: 'high',
      }),
    ],
    [
      208,
      {
        from: stranger,
        body: html(
          '<p>Hi <img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">log | report</a> &lt;b&gt; | `x`</p>',
        ),
      },
    ],
    [210, said('mia_fabrikam.example#EXT#', '<p>Fabrikam sees the same address: 203.0.113.7</p>')],
  ]);
}
