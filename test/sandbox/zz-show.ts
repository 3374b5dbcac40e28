import { movableClock } from '../../sandbox/clock.ts';
import { startSandbox } from '../../sandbox/server/start-sandbox.ts';
import { startEchoBot } from './support/echo-bot.ts';
import { TurnContext } from 'botbuilder';

const card = {
  type: 'AdaptiveCard', version: '1.5', body: [
    { type: 'TextBlock', text: 'Tự đánh giá theo tiêu chuẩn khen thưởng', size: 'large', weight: 'bolder', wrap: true },
    { type: 'TextBlock', text: 'Đợt xét năm 2026. Hạn gửi: 23 giờ 59 phút ngày 30/11/2026', isSubtle: true, wrap: true, spacing: 'none' },
    { type: 'FactSet', facts: [{ title: 'Họ tên', value: 'Nguyễn Thị Thanh Hoa' }, { title: 'Phòng', value: 'Phòng Tư vấn – Giới thiệu việc làm' }, { title: 'Trạng thái', value: 'Đang soạn' }] },
    { type: 'Container', style: 'emphasis', items: [{ type: 'TextBlock', text: 'Tiêu chuẩn 1. Hoàn thành tốt nhiệm vụ được giao', weight: 'bolder', wrap: true },
      { type: 'Input.ChoiceSet', id: 'r1', style: 'expanded', label: 'Mức đạt', isRequired: true, errorMessage: 'Đề nghị chọn mức đạt', choices: [{ title: 'Đạt', value: 'met' }, { title: 'Chưa đạt', value: 'no' }, { title: 'Không phát sinh', value: 'na' }] },
      { type: 'Input.Text', id: 't1', label: 'Thuyết minh', isMultiline: true, placeholder: 'Nêu kết quả, số liệu', maxLength: 2000 }] },
    { type: 'Input.ChoiceSet', id: 'r2', label: 'Tiêu chuẩn 2', value: 'met', choices: [{ title: 'Đạt', value: 'met' }] },
    { type: 'Input.Toggle', id: 'w', title: 'Tôi đề nghị được xét khen thưởng đợt này', value: 'true' },
    { type: 'Input.Date', id: 'd', label: 'Ngày họp bình xét' },
    { type: 'ColumnSet', columns: [{ type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Đã gửi', isSubtle: true }, { type: 'TextBlock', text: '42/60', size: 'extraLarge', weight: 'bolder', color: 'good' }] }, { type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Còn thiếu', isSubtle: true }, { type: 'TextBlock', text: '18', size: 'extraLarge', weight: 'bolder', color: 'attention' }] }] },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Lưu nháp', verb: 'assess.save' },
    { type: 'Action.Execute', title: 'Hoàn thành', verb: 'assess.finish', style: 'positive' },
    { type: 'Action.ShowCard', title: 'Lý do', card: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'why', label: 'Lý do' }], actions: [{ type: 'Action.Submit', title: 'Gửi', data: { verb: 'x' } }] } },
    { type: 'Action.OpenUrl', title: 'Xem Kế hoạch', url: 'https://example.com' },
  ],
};
const bot = await startEchoBot(async (context: TurnContext) => {
  const { type, text } = context.activity;
  if (type === 'installationUpdate') await context.sendActivity({ type: 'message', text: 'Trợ lý thi đua xin chào anh/chị **' + context.activity.from.name + '**.\n\n- Gõ *trợ giúp* để xem các việc có thể làm\n- Gõ *kế hoạch* để đọc Kế hoạch', summary: 'Trợ lý thi đua xin chào anh/chị' });
  else if (type === 'invoke') { await new Promise((r) => setTimeout(r, 700)); await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Đã lưu lúc 08:01.', weight: 'bolder', color: 'good' }] } } } }); }
  else if (type === 'message' && text) { await new Promise((r) => setTimeout(r, 600)); await context.sendActivity({ type: 'message', summary: 'Tự đánh giá theo tiêu chuẩn khen thưởng', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }); }
  else if (type === 'message') await context.sendActivity('Đã nhận tệp. Không gửi tài liệu có dấu mật; che thông tin cá nhân của người lao động, doanh nghiệp trước khi gửi.');
});
const sandbox = await startSandbox({ port: 3991, clock: movableClock('2026-10-26T08:00'), botUrl: bot.url });
await sandbox.install();
console.log(sandbox.url);
