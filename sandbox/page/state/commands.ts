/** Commands that are worth suggesting, by role; everybody has the first ones. Text commands of the bot's public surface. */
const common = ['trợ giúp', 'việc của tôi', 'kế hoạch', 'tự đánh giá', 'minh chứng', 'hồ sơ', 'kết quả'];

const byRole: [roles: string[], commands: string[]][] = [
  [
    ['head', 'deputy'],
    ['xác nhận', 'hồ sơ tập thể', 'tiến độ'],
  ],
  [['office'], ['phát động', 'mở đợt', 'tiếp nhận', 'tiến độ', 'đôn đốc', 'quyết định', 'công bố']],
  [['councilSecretary'], ['hội đồng']],
  [['council', 'councilChair', 'councilViceChair'], ['hội đồng']],
  [
    ['director', 'deputyDirector'],
    ['quyết định', 'tiến độ'],
  ],
  [['youthSecretary', 'massOrgSecretary'], ['vận động']],
];

export function commandsFor(roles: readonly string[]): string[] {
  const own = byRole
    .filter(([named]) => named.some((role) => roles.includes(role)))
    .flatMap(([, commands]) => commands);
  const [help = '', ...rest] = common;
  return [...new Set([help, ...own, ...rest])];
}

export const channelCommands = ['kênh'];
