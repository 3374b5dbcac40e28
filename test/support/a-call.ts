import type { Office } from './office.ts';

/** A call as its organiser types it. */
export const callDraft = {
  formId: 'form123456',
  title: 'Ngày hội việc làm lưu động xã Diên Khánh',
  text: 'Tư vấn, giới thiệu việc làm cho thanh niên.',
  place: 'Nhà văn hóa xã',
  date: '2026-11-14',
  time: '07:30',
  answerBy: '2026-11-12',
};

/** The youth union’s secretary posts it. */
export const postCall = (office: Office) => office.as('thao').click('call.post', { ...callDraft, confirm: 'yes' });
