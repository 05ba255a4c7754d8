import type { Page, Route } from '@playwright/test'
import { entries, figure, set } from './figures'
import { community, people, sessionOf, type Who } from './people'
import { cards, rows, timeline, wish } from './wishes'

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const now = new Date().toISOString()

const district = {
  code: '450107',
  name: '西乡塘区',
  demo: true,
  contact: '党群服务中心窗口',
  privacyNotice: {
    version: '2026-11',
    text: '我们为什么要这些信息：核实心愿、联系您、请您确认。\n\n谁看得到：您所在社区的工作人员；认领经社区同意后，认领人看得到联系方式。\n\n留多久：办结九十天后删去联系方式。您随时可以查看、更正、删除、撤回同意。',
  },
}
const communities = [
  '秀灵北社区',
  '大学东路社区',
  '明秀东社区',
  '北湖安居社区',
  '西乡塘社区',
  '相思湖社区',
  '万秀村',
  '友爱北社区',
  '新阳社区',
  '衡阳社区',
].map((name, at) => ({
  id: `c${at + 1}`,
  name,
  street: ['北湖街道', '西乡塘街道', '新阳街道'][at % 3],
  kilometres: at,
}))
const mine = [
  ['核实“换一盏客厅的灯”的心愿', -2, '网格员 黄晓岚', 'w0', '换一盏客厅的灯'],
  ['核实“一副老花镜”的心愿', 0, '网格员 黄晓岚', 'w1', '一副老花镜'],
  ['决定是否同意梁*认领“学把照片存到电脑”', 1, '大学东路社区', 'w4', '学把照片存到电脑'],
  ['打电话问李*，“一床厚一点的被子”办好了没有', 3, '秀灵北社区', 'w7', '一床厚一点的被子'],
  ['发布“陪着去图书馆还书”', 9, '秀灵北社区', 'w2', '陪着去图书馆还书'],
].map(([title, due, from, id, name], at) => ({
  id: `k${at}`,
  kind: 'wish.verify',
  title,
  subject: { type: 'wish', id, number: `2026-041${at}`, title: name },
  due: day(due as number),
  overdue: (due as number) < 0,
  from: { id: 'f', name: from },
  urged: at === 0 ? { at: now, words: '请本周内办结' } : undefined,
  steps: ['hand-over'],
  version: 1,
}))
const waiting = [
  ['联系心愿人：修一修漏水的水龙头', -5, '望江大学'],
  ['办理“代取每月的药”', 4, '梁*'],
].map(([title, due, holder], at) => ({
  id: `q${at}`,
  kind: 'wish.contact',
  title,
  subject: { type: 'wish', id: `w${at + 5}`, number: `2026-042${at}` },
  due: day(due as number),
  overdue: (due as number) < 0,
  holder: { id: 'h', name: holder },
  steps: at === 0 ? ['urge'] : [],
  version: 1,
}))
const notices = [
  ['梁*认领了“学把照片存到电脑”', false, 'w4'],
  ['李*确认“教会用智能手机挂号”已经兑现', false, 'w8'],
  ['您已任秀灵北社区 党组织书记', true, undefined],
].map(([sentence, read, id], at) => ({
  id: `n${at}`,
  sentence,
  read,
  at: new Date(Date.now() - at * 30 * 3_600_000).toISOString(),
  subject: id ? { type: 'wish', id } : undefined,
}))
const appointments = [
  {
    id: 'a1',
    version: 1,
    role: 'GRID_WORKER',
    roleName: '网格员',
    organisation: community,
    from: '2024-03-01',
    document: '北街办〔2024〕7号',
    steps: ['end'],
  },
  {
    id: 'a2',
    version: 2,
    role: 'COMMUNITY_WORKER',
    roleName: '社区工作者',
    organisation: community,
    from: '2022-01-01',
    to: '2024-02-29',
    steps: [],
  },
]

/** What a mocked person sees; the language of the mock is Chinese. Unset: nobody is signed in. */
export async function mock(
  page: Page,
  who?: Who,
  own: Record<string, unknown> = {},
): Promise<void> {
  let session = who && sessionOf(who)
  const items = (list: unknown[]) => ({ items: list })
  const answers: [RegExp, (match: RegExpMatchArray, route: Route) => unknown][] = [
    [/^GET \/district$/, () => district],
    [/^GET \/communities/, () => communities],
    [/^GET \/session$/, () => session],
    [/^POST \/session$/, () => (session = sessionOf('secretary'))],
    [
      /^PUT \/session\/post$/,
      (_match, route) => {
        const { post } = route.request().postDataJSON()
        return (session = { ...sessionOf(post === 'p2' ? 'leader' : 'secretary'), post })
      },
    ],
    [/^POST \/registrations$/, () => (session = sessionOf('resident'))],
    [/^POST \/codes$/, () => ({ expiresIn: 300, shown: '246810' })],
    [/^GET \/setup\//, () => ({ district: '西乡塘区' })],
    [
      /^GET \/invitations\//,
      () => ({
        name: '农志远',
        role: 'X',
        roleName: '社会工作岗',
        organisation: { id: 's', name: '北湖街道' },
        expires: `${day(7)}T10:00:00Z`,
      }),
    ],
    [
      /^POST \/invitations$/,
      () => ({
        link: '/console/invitation/5f2a',
        expires: `${day(7)}T10:00:00Z`,
        person: { id: 'person3' },
      }),
    ],
    [/^GET \/tasks\?.*list=mine/, () => items(who === 'resident' ? mine.slice(3, 4) : mine)],
    [/^GET \/tasks\?.*list=waiting/, () => items(who === 'resident' ? [] : waiting)],
    [
      /^GET \/tasks\/\w+\/successors/,
      () => [
        { id: 's1', person: { id: 'x', name: '黄晓岚' }, roleName: '社区工作者' },
        { id: 's2', person: { id: 'y', name: '覃海' }, roleName: '社区民警（党组织副书记）' },
      ],
    ],
    [/^POST \/tasks\//, () => waiting[0]],
    [
      /^GET \/tasks\/summary$/,
      () => ({ open: who === 'resident' ? 1 : 5, overdue: 1, waiting: 2 }),
    ],
    [/^GET \/notices\/unread$/, () => ({ count: 2 })],
    [/^GET \/notices/, () => items(notices)],
    [/^GET \/wishes\/wall\/(\w+)/, ([, id]) => cards.find((card) => card.id === id)],
    [/^GET \/wishes\/wall/, () => items(cards)],
    [
      /^GET \/wishes\/(made|claimed)/,
      ([, list]) => items(list === 'made' ? [rows[7], rows[9]] : [rows[6]]),
    ],
    [
      /^GET \/wishes\/\w+\/companions/,
      () => [
        { id: 'h', name: '黄晓岚' },
        { id: 'q', name: '覃海' },
      ],
    ],
    [/^GET \/wishes\/(\w+)/, ([, id]) => wish(id!, who === 'resident' ? 'person' : 'staff')],
    [/^GET \/wishes/, () => items(rows)],
    [/^POST \/wishes$/, () => wish('w0', who === 'resident' ? 'person' : 'staff')],
    [
      /^POST \/wishes\/(\w+)\/verification/,
      ([, id]) => ({ ...wish(id!, 'staff'), state: 'VERIFIED', version: 4, steps: ['publish'] }),
    ],
    [
      /^POST \/wishes\/(\w+)\/publication/,
      ([, id]) => ({ ...wish(id!, 'staff'), state: 'PUBLISHED', version: 5, steps: ['withdraw'] }),
    ],
    [/^POST \/wishes\/(\w+)\//, ([, id]) => wish(id!, 'staff')],
    [/^GET \/timeline/, () => timeline],
    [/^GET \/figures\/\w+\/entries/, () => items(entries)],
    [/^GET \/figures\/(\w+)/, ([, id]) => figure(id!, who === 'leader')],
    [/^GET \/figures/, () => set],
    [
      /^GET \/organisations\/(\w+)/,
      ([, id]) => ({
        id,
        name: '秀灵北社区',
        kind: 'COMMUNITY',
        path: [],
        roles: [
          { role: 'GRID_WORKER', roleName: '网格员' },
          { role: 'COMMUNITY_WORKER', roleName: '社区工作者' },
        ],
      }),
    ],
    [
      /^GET \/organisations/,
      () => communities.map(({ id, name }) => ({ id, name, kind: 'COMMUNITY' })),
    ],
    [
      /^GET \/people\/\w+/,
      () => ({ id: 'person2', name: '黄晓岚', phone: '132****8826', appointments }),
    ],
    [/^GET \/people/, () => items(people)],
    [/^(POST|PUT|DELETE) /, () => undefined],
  ]

  await page.route('**/api/**', async (route) => {
    const url = new URL(route.request().url())
    const call = `${route.request().method()} ${url.pathname.slice(4)}${url.search}`
    if (call in own) {
      const answer = own[call] as { status: number; body?: object } | 'offline'
      if (answer === 'offline') return route.abort()
      return route.fulfill({
        status: answer.status,
        contentType: 'application/problem+json',
        json: answer.body ?? {},
      })
    }
    for (const [pattern, answer] of answers) {
      const match = call.match(pattern)
      if (!match) continue
      const body = answer(match, route)
      if (body === undefined && call === 'GET /session')
        return route.fulfill({
          status: 401,
          contentType: 'application/problem+json',
          json: { type: 'urn:problem:signed-out', status: 401, detail: '请先登录。' },
        })
      return body === undefined ? route.fulfill({ status: 204 }) : route.fulfill({ json: body })
    }
    return route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      json: { type: 'urn:problem:not-found', status: 404, detail: '没有找到。' },
    })
  })
}
