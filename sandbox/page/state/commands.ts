/** Commands that are worth suggesting, by role; everybody has the first ones. Text commands of the bot's public surface. */
const common = ['trợ giúp', 'việc của tôi', 'kế hoạch', 'tự đánh giá', 'minh chứng', 'hồ sơ'];

const byRole: [roles: string[], commands: string[]][] = [
  [
    ['head', 'deputy'],
    ['xác nhận', 'hồ sơ tập thể', 'báo cáo kết quả'],
  ],
  [['office'], ['phát động', 'mở đợt', 'tiếp nhận', 'tiến độ', 'đôn đốc', 'nhân sự']],
  [['councilSecretary'], ['hội đồng', 'xuất hồ sơ', 'công bố']],
  [['council', 'councilChair', 'councilViceChair'], ['hội đồng']],
  [
    ['director', 'deputyDirector'],
    ['quyết định', 'phân công', 'tiến độ'],
  ],
  [
    ['youthSecretary', 'massOrgSecretary'],
    ['vận động', 'báo cáo kết quả'],
  ],
];

export function commandsFor(roles: readonly string[]): string[] {
  const own = byRole
    .filter(([named]) => named.some((role) => roles.includes(role)))
    .flatMap(([, commands]) => commands);
  const [help = '', ...rest] = common;
  return [...new Set([help, ...own, ...rest])];
}

export const channelCommands = ['kênh', 'tiến độ', 'trợ giúp'];
