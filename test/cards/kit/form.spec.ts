import assert from 'node:assert/strict';
import {
  asked,
  byId,
  choiceInput,
  dateInput,
  listInput,
  textInput,
  tight,
  toggleInput,
} from '../../../cards/kit/kit.ts';

const words = { label: 'Lý do', errorMessage: 'Nhập lý do.' };

describe('asked', () => {
  it('takes the label and the error by the name of the input', () =>
    assert.deepEqual(asked({ reason: 'Lý do', reasonError: 'Nhập lý do.' }, 'reason'), words));
  it('does not compile when the words have no such input, or no error for it', () => {
    // @ts-expect-error no reason
    asked({ note: 'Ghi chú', noteError: 'Nhập ghi chú.' }, 'reason');
    // @ts-expect-error no error
    asked({ reason: 'Lý do' }, 'reason');
  });
});

describe('inputs', () => {
  it('have their words and options, and stand where their styles say', () =>
    assert.deepEqual(textInput('reason', words, { value: '', maxLength: 500 }, tight), {
      type: 'Input.Text',
      id: 'reason',
      ...words,
      value: '',
      maxLength: 500,
      spacing: 'None',
    }));
  it('ask for a date up to a day', () =>
    assert.deepEqual(dateInput('on', words, { value: '', max: '2026-11-30' }), {
      type: 'Input.Date',
      id: 'on',
      ...words,
      value: '',
      max: '2026-11-30',
    }));
  it('show choices spread out or in a list, wrapped, records by their ids', () => {
    const choices = byId([{ id: 'person:an', title: 'An' }]);
    const of = {
      type: 'Input.ChoiceSet',
      id: 'chair',
      ...words,
      wrap: true,
      choices: [{ title: 'An', value: 'person:an' }],
    };
    assert.deepEqual(choiceInput('chair', words, { choices }), { ...of, style: 'expanded' });
    assert.deepEqual(listInput('chair', words, { choices }), { ...of, style: 'compact' });
  });
  it('say yes and no in the same words everywhere', () =>
    assert.deepEqual(toggleInput('outstanding', words, { title: 'Tôi đã đọc', value: 'false' }), {
      type: 'Input.Toggle',
      id: 'outstanding',
      ...words,
      valueOn: 'true',
      valueOff: 'false',
      wrap: true,
      title: 'Tôi đã đọc',
      value: 'false',
    }));
});
