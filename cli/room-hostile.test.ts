import { describe, expect, jest, test } from '@jest/globals';
import { PROMPT, roomsOnTerminals } from '../test_data/rooms.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(120_000);

const { open } = roomsOnTerminals();

describe('hostile text', () => {
  test('in the name of a person is text, whatever a browser or a terminal would make of it', async () => {
    const room = open([], { environment: { NO_COLOR: '1' } });
    await room.shows(PROMPT);
    const bomb = '\\u001b[2J\\u001b]0;owned\\u0007\\u202egnp.exe<img src=x onerror=alert(1)>';
    room.type(`!Set key=Bomb value=\`"${bomb}"\`\r`);
    await room.shows('Key Bomb set');
    await room.shows(PROMPT);
    const before = room.all().length;
    room.type('!Print ${Bomb}\r');
    expect(await room.shows('onerror=alert(1)>')).toContain('␛[2J␛]0;owned␇⟨U+202E⟩gnp.exe<img src=x ');
    await room.shows(PROMPT);
    room.type('!msgraph-user-update user=adele@contoso.example updated_fields="displayName=${Bomb}"\r');
    await room.shows(PROMPT);
    room.type('!msgraph-user-get user=adele@contoso.example properties=displayName\r');
    await room.shows('adele@contoso.example data');
    await room.shows(PROMPT);
    // The editor of the line moves the cursor; nothing else steers the terminal.
    expect(room.all().slice(before)).not.toMatch(/\u001b\[2J|\u001b\]|\u0007|\u202e/);
  });

  test('in a message of a chat is text', async () => {
    const room = open(['room', '--instance', 'sandbox']);
    const prompt = 'SANDBOX sandbox · c7a1f0de… > ';
    await room.shows(prompt);
    room.type('!Set key=Bomb value=`"<script>alert(1)</script>\\u001b[2J\\u001b]0;owned\\u0007gone"`\r');
    await room.shows('Key Bomb set');
    await room.shows(prompt);
    room.type('!msgraph-teams-send-message chat="Incident 4711 war room" body="${Bomb}" content_type=text\r');
    await room.shows('The message was send');
    await room.shows(prompt);
    const before = room.all().length;
    room.type('!msgraph-teams-list-messages chat="Incident 4711 war room" limit=1\r');
    expect(await room.shows('gone')).toContain('<script>alert(1)');
    await room.shows(prompt);
    expect(room.all().slice(before)).not.toMatch(/\u001b\[2J|\u001b\]|\u0007/);
  });
});
