import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../integration/json.js';
import { judge } from './ask-answer.js';
import { readOptions } from './ask-options.js';
import { type Question } from './ask-question.js';

const question: Question = {
  chatId: '19:a_b@unq.gbl.spaces',
  messageId: '1000',
  text: 'Was that you?',
  options: readOptions(['yes', 'no'], 'no'),
  askedId: 'AAAA-noor',
  askedName: 'Noor',
  askerId: 'adele',
  code: 'K472',
  hasEndedSessions: true,
  created: '2026-03-02T08:00:00Z',
  deadline: '2026-03-02T08:15:00Z',
};
const open: Question = { ...question, options: readOptions(['open']) };

function message(content: string, more: JsonObject = {}): JsonObject {
  return {
    id: '2000',
    messageType: 'message',
    createdDateTime: '2026-03-02T08:01:00Z',
    from: { user: { id: 'aaaa-NOOR', displayName: 'Noor' } },
    body: { contentType: 'html', content },
    ...more,
  };
}

const adele = { from: { user: { id: 'adele', displayName: 'Adele' } } };
const replyTo = (id: string) => ({ attachments: [{ id, contentType: 'messageReference' }] });
const laterQuestion = message(
  'And that?<br>Until 2026-03-02 08:20 UTC. Question #B555: add #B555 to the answer if several questions are open.',
  adele,
);

const ASKED =
  'Was that you?<br>Please answer here with one of these:<br>- yes<br>- no<br>Until 2026-03-02 08:15 UTC. Question #K472: add #K472 to the answer if several questions are open.';
/** As older clients of Teams reply. */
const quote = (id: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}"><strong>Adele</strong><p>${ASKED}</p></blockquote>`;

const verdict = (messages: readonly JsonObject[], about = question) => {
  const { chosen, disregarded } = judge(messages, about);
  return [chosen, disregarded.map(({ why }) => why)];
};

describe('what counts as the answer', () => {
  test.each<[string, JsonObject[], readonly string[], readonly string[]]>([
    ['plain words', [message('No')], ['no'], []],
    ['markup and emoji', [message('<p><b>NO</b>!! <emoji alt="🙂"></emoji></p>')], ['no'], []],
    [
      'a reply to the question',
      [message('<attachment id="1000"></attachment>no', replyTo('1000'))],
      ['no'],
      [],
    ],
    ['a reply to another message', [message('no', replyTo('900'))], [], ['other_question']],
    ['the code of the question', [message('no #k472')], ['no'], []],
    ['the code without its sign', [message('K472: no')], ['no'], []],
    ['the code of another question', [message('no #B555')], [], ['other_question']],
    ['the same twice', [message('no'), message('NO')], ['no'], []],
    ['two that differ', [message('no'), message('yes')], ['no', 'yes'], []],
    ['other words first', [message('who is this?'), message('no')], ['no'], ['no_match']],
    ['an answer behind a later question', [laterQuestion, message('no')], [], ['other_question']],
    ['an answer between two questions', [message('no'), laterQuestion], ['no'], []],
    ['a code behind a later question', [laterQuestion, message('no #K472')], ['no'], []],
    ['a reply behind a later question', [laterQuestion, message('no', replyTo('1000'))], ['no'], []],
    ['words of whoever asks', [message('no', adele)], [], []],
    [
      'a person with an answer who was not asked',
      [message('no', { from: { user: { id: 'tomas' } } })],
      [],
      ['other_person'],
    ],
    ['talk among others', [message('lunch?', { from: { user: { id: 'tomas' } } })], [], []],
    [
      'a bot with the ID of the person',
      [message('no', { from: { application: { id: 'aaaa-noor' } } })],
      [],
      ['other_person'],
    ],
    ['nobody in particular', [message('no', { from: null })], [], ['other_person']],
    ['what was deleted', [message('', { deletedDateTime: '2026-03-02T08:02:00Z' })], [], ['withdrawn']],
    ['what came late', [message('no', { createdDateTime: '2026-03-02T08:15:01Z' })], [], ['late']],
    ['what was changed late', [message('no', { lastEditedDateTime: '2026-03-02T08:15:01Z' })], [], ['late']],
    ['what was changed in time', [message('no', { lastEditedDateTime: '2026-03-02T08:14:00Z' })], ['no'], []],
    ['an image', [message('<img src="https://fabrikam.example/no.png">')], [], ['no_match']],
    [
      'a picture of a word',
      [message('<img src="https://fabrikam.example/x.gif" alt="no">')],
      [],
      ['no_match'],
    ],
    [
      'an emoji with the name of a word',
      [message('<customemoji id="x" alt="no"></customemoji>')],
      [],
      ['no_match'],
    ],
    ['a word with an emoji behind', [message('<p>no <emoji alt="yes"></emoji></p>')], ['no'], []],
    ['a reply that quotes the question', [message(`${quote('1000')}<p>No!!</p>`)], ['no'], []],
    ['a quote of the question without its ID', [message(`<blockquote>${ASKED}</blockquote>no`)], ['no'], []],
    ['a quote that only holds an option', [message('<blockquote>yes</blockquote>')], [], ['no_match']],
    [
      'a quote in a quote',
      [message('<blockquote><blockquote>yes</blockquote>no</blockquote>yes')],
      ['yes'],
      [],
    ],
    ['a quote that is never closed', [message('<blockquote>yes<p>no</p>')], [], ['no_match']],
    ['an end of a quote that never began', [message('</blockquote>no')], ['no'], []],
    ['a reply that quotes another message', [message(`${quote('900')}no`)], [], ['other_question']],
    [
      'a quote of the question behind a later one',
      [laterQuestion, message(`${quote('1000')}no`)],
      ['no'],
      [],
    ],
    [
      'a quote of another question',
      [message('<blockquote>And that? Question #B555: add #B555 to</blockquote>no')],
      [],
      ['other_question'],
    ],
    [
      'the code beside a quote of another question',
      [message('<blockquote>Question #B555: add #B555 to</blockquote>no #K472')],
      ['no'],
      [],
    ],
    [
      'an answer behind a quote of the question by whoever asked',
      [message(`<blockquote>${ASKED}</blockquote>Please answer`, adele), message('no')],
      ['no'],
      [],
    ],
    ['the options quoted back', [message('yes / no')], [], ['no_match']],
  ])('%s', (_what, messages, chosen, why) => {
    expect(verdict(messages)).toEqual([chosen, why]);
  });
});

describe('in their own words', () => {
  test('several messages are one answer, without the code', () => {
    expect(verdict([message('I was in <b>Oslo</b>'), message('#K472 until noon')], open)).toEqual([
      ['I was in Oslo\nuntil noon'],
      [],
    ]);
  });

  test('a quote is no part of them', () => {
    expect(verdict([message(`${quote('1000')}I was in Oslo`)], open)).toEqual([['I was in Oslo'], []]);
    expect(verdict([message(quote('1000'))], open)).toEqual([[], ['no_match']]);
  });

  test('an emoji is no answer, and what names another question neither', () => {
    expect(verdict([message('👍'), message('me #B555')], open)).toEqual([[], ['no_match', 'other_question']]);
  });

  test('what others say is left alone', () => {
    const from = { user: { id: 'tomas' } };
    expect(verdict([message('me too', { from }), message('it is #K472', { from })], open)).toEqual([
      [],
      ['other_person'],
    ]);
  });
});
