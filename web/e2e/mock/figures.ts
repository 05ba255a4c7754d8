const now = new Date().toISOString()
const live: [string, string, string, string, number, object?][] = [
  ['N5', '社校联盟大党委', 'STOCK', '个', 31, { value: 31, bound: 'exact' }],
  ['N10', '编入党建网格的党员', 'STOCK', '名', 4812, { value: 4800, bound: 'at least' }],
  ['N33', '认领兑现微心愿', 'FLOW', '个', 914, { value: 900, bound: 'at least' }],
  ['N53', '调解成功率', 'RATIO', '%', 98.7, { value: 98.7, bound: 'exact' }],
]
const missing = [
  '街道大工委',
  '签订合作协议的单位党组织',
  '挂职人才',
  '校企联合工作站',
  '自治区级技术研发中心',
  '文体团队',
  '文体活动',
  '服务团队',
  '就业创业社区服务站',
  '专场招聘会等',
  '引入社会组织',
  '办成好事实事',
  '任副书记的民警',
  '调解队伍',
  '群防群治组织',
]

export const set = [
  ...live.map(([id, name, kind, unit, value, expected]) => ({
    id,
    name,
    kind,
    unit,
    live: true,
    value,
    asOf: now,
    expected,
    ...(kind === 'RATIO' ? { numerator: 1216, denominator: 1232 } : {}),
  })),
  ...missing.map((name, at) => ({
    id: `M${at}`,
    name,
    kind: 'STOCK',
    unit: '个',
    live: false,
    asOf: now,
  })),
]

const counts = [
  8, 12, 15, 18, 14, 20, 22, 17, 25, 28, 24, 19, 16, 21, 26, 30, 27, 31, 33, 29, 24, 22, 28, 34, 30,
  26, 31, 35, 33, 28, 36, 32, 27, 30, 22,
]
const parts = [
  '北湖安居社区',
  '大学东路社区',
  '明秀东社区',
  '西乡塘社区',
  '相思湖社区',
  '秀灵北社区',
]

export function figure(id: string, leader: boolean) {
  const of = set.find((each) => each.id === id) ?? set[2]!
  return {
    ...of,
    definition:
      '经心愿人确认已经兑现的微心愿。认领而未兑现的、由他人代为确认而无回访记录的，都不计。',
    formula: '期间内“确认兑现”的件数，减去期间内更正退回的件数',
    from: '2024-01-01',
    to: now.slice(0, 10),
    organisation: { id: 'd', name: '西乡塘区' },
    path: [{ id: 'd', name: '西乡塘区' }],
    before: 802,
    series: counts.map((value, at) => ({
      month: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      value,
    })),
    parts: parts.map((name, at) => ({
      organisation: { id: name, name },
      value: 22 + ((at * 7) % 20),
      before: 20 + ((at * 11) % 17),
    })),
    drill: leader ? 'PARTS' : 'RECORDS',
  }
}

export const entries = ['换一盏客厅的灯', '一副老花镜', '陪着去图书馆还书'].map((title, at) => ({
  id: `e${at}`,
  sentence: `心愿人确认“${title}”已经兑现`,
  subject: { type: 'wish', id: `w${at + 8}`, number: `2026-04${20 + at}`, title },
  organisation: { id: 'c1', name: '秀灵北社区' },
  day: `2026-11-${12 + at}`,
  amount: 1,
}))
