import { community } from './people'

const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString()
const places = [
  community,
  { id: 'c2', name: '大学东路社区' },
  { id: 'c3', name: '明秀东社区' },
  { id: 'c4', name: '北湖安居社区' },
]

export const cards = [
  ['REPAIR', '社区一位居民希望换一盏客厅的灯。', 6000, 2, 0],
  ['GOODS', '想要一副 300 度的老花镜。', 8000, 5, 1],
  ['COMPANY', '周三下午想去图书馆还书，希望有人陪着走一趟。', undefined, 11, 2],
  ['LEARNING', '家里孩子想要一套初二数学练习册。', 4500, 0, 3],
  ['SKILL', '手机里的照片满了，想学怎么存到电脑里。', undefined, 33, 0],
].map(([kind, text, costFen, days, place], at) => ({
  id: `w${at}`,
  number: `2026-041${at}`,
  kind,
  text,
  costFen,
  community: places[place as number]!,
  kilometres: (place as number) * 1.3,
  publishedOn: day(days as number).slice(0, 10),
  rolledOver: (days as number) > 30,
}))

const states = [
  'COLLECTED',
  'COLLECTED',
  'VERIFIED',
  'PUBLISHED',
  'CLAIMED',
  'APPROVED',
  'CONTACTED',
  'FULFILLED',
  'CONFIRMED',
  'CLOSED',
  'REJECTED',
  'WITHDRAWN',
] as const
const steps: Record<string, string[]> = {
  COLLECTED: ['verify', 'reject', 'withdraw'],
  VERIFIED: ['publish', 'reject', 'withdraw'],
  PUBLISHED: ['withdraw'],
  CLAIMED: ['approve', 'decline-claim', 'withdraw'],
  APPROVED: ['contact', 'release', 'withdraw'],
  CONTACTED: ['fulfil', 'release', 'withdraw'],
  FULFILLED: ['confirm', 'deny'],
  CONFIRMED: ['rate', 'correct'],
  CLOSED: ['correct'],
  REJECTED: [],
  WITHDRAWN: [],
}
const titles = [
  '换一盏客厅的灯',
  '一副老花镜',
  '陪着去图书馆还书',
  '初二数学练习册',
  '学把照片存到电脑',
  '修一修漏水的水龙头',
  '代取每月的药',
  '一床厚一点的被子',
  '教会用智能手机挂号',
  '陪着去看一场邕剧',
  '给阳台装一道纱窗',
  '学写一份简历',
]

export const rows = states.map((state, at) => ({
  id: `w${at}`,
  number: `2026-04${12 + at}`,
  kind: ['REPAIR', 'GOODS', 'COMPANY', 'LEARNING', 'SKILL', 'ERRAND'][at % 6],
  title: titles[at]!,
  state,
  community: places[at % 4]!,
  collectedAt: day(at * 2 + 1),
  due: ['REJECTED', 'WITHDRAWN', 'CLOSED', 'CONFIRMED'].includes(state)
    ? undefined
    : day(2 - at).slice(0, 10),
  overdue: at < 2,
}))

export function wish(id: string, who: 'staff' | 'person') {
  const row = rows.find((each) => each.id === id) ?? rows[0]!
  const claimed = ['CLAIMED', 'APPROVED', 'CONTACTED', 'FULFILLED', 'CONFIRMED', 'CLOSED'].includes(
    row.state,
  )
  const late = ['FULFILLED', 'CONFIRMED', 'CLOSED'].includes(row.state)
  return {
    ...row,
    version: 3,
    words: '客厅的灯坏了两周，自己够不着，希望有人帮忙换一盏 LED 吸顶灯。',
    text: claimed || row.state === 'PUBLISHED' ? '社区一位居民希望换一盏客厅的灯。' : undefined,
    proposal: ['COLLECTED', 'VERIFIED'].includes(row.state)
      ? '社区一位居民希望换一盏客厅的灯。'
      : undefined,
    costFen: 6000,
    capFen: 50000,
    child: id === 'w3',
    onBehalf: true,
    consent: { how: 'ORAL', at: row.collectedAt },
    wisher: {
      name: '李*',
      phone: '138****2206',
      address: who === 'staff' ? '秀灵路 12 号' : undefined,
    },
    claim: claimed
      ? {
          by: 'PERSON',
          claimer: { id: 'x', name: '梁*' },
          claimedAt: day(4),
          approvedAt: row.state === 'CLAIMED' ? undefined : day(3),
          contactBy: day(-4).slice(0, 10),
          withWorker: row.state === 'CLAIMED' ? undefined : { id: 'h', name: '黄晓岚' },
          contactedAt: late ? day(2) : undefined,
          note: late ? '周六上午和黄晓岚一起去换好了，旧灯带走了。' : undefined,
        }
      : undefined,
    expiresOn: day(-20).slice(0, 10),
    round: 1,
    confirmedBy: ['CONFIRMED', 'CLOSED'].includes(row.state) ? 'WISHER' : undefined,
    rating: row.state === 'CLOSED' ? 5 : undefined,
    steps:
      who === 'staff'
        ? steps[row.state]
        : steps[row.state]!.filter((step) =>
            ['confirm', 'deny', 'rate', 'withdraw', 'contact', 'fulfil', 'release'].includes(step),
          ),
  }
}

export const timeline = [
  ['网格员 黄* 代为登记心愿', 96, '秀灵北社区 · 网格员', undefined],
  ['分给 韦* 核实，期限 3 天', 95, '自动', undefined],
  ['街道 农* 督办', 3, '北湖街道 · 社会工作岗', '请本周内办结'],
].map(([sentence, hours, post, words], at) => ({
  id: `t${at}`,
  occurredAt: new Date(Date.now() - (hours as number) * 3_600_000).toISOString(),
  recordedAt: new Date().toISOString(),
  sentence,
  post,
  words,
  reversed: false,
}))
