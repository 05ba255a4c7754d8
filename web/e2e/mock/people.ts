/** Who is in the mock: a community secretary, a district leader, a resident. All invented. */
export const community = { id: 'c1', name: '秀灵北社区' }

const permissions = {
  secretary: [
    'wish.view',
    'wish.collect',
    'wish.verify',
    'wish.publish',
    'wish.approve',
    'wish.confirm',
    'wish.correct',
    'figure.view',
    'figure.entries',
    'task.urge',
    'task.hand-over',
    'organisation.view',
    'person.view',
    'person.appoint',
    'access.invite',
  ],
  leader: ['figure.view', 'task.urge'],
  resident: ['wish.make', 'wish.claim'],
}

export type Who = keyof typeof permissions

export function sessionOf(who: Who) {
  const posts =
    who === 'resident'
      ? []
      : [
          {
            id: 'p1',
            role: 'COMMUNITY_SECRETARY',
            roleName: '党组织书记',
            organisation: { ...community, kind: 'COMMUNITY' },
            from: '2024-03-01',
          },
          {
            id: 'p2',
            role: 'DISTRICT_LEADER',
            roleName: '区领导',
            organisation: { id: 'd', name: '西乡塘区', kind: 'DISTRICT' },
            from: '2025-01-01',
          },
        ]
  return {
    person: { id: who, name: who === 'resident' ? '李小禾' : '韦秋月', phone: '138****2206' },
    standing: who === 'resident' ? 'RESIDENT' : undefined,
    community: who === 'resident' ? community : undefined,
    posts,
    post: who === 'resident' ? undefined : who === 'leader' ? 'p2' : 'p1',
    role: who === 'resident' ? 'RESIDENT' : posts[who === 'leader' ? 1 : 0]!.role,
    permissions: permissions[who],
  }
}

export const people = [
  ['韦秋月', [['党组织书记', '秀灵北社区']], 'ACTIVE'],
  ['覃海', [['社区民警（党组织副书记）', '秀灵北社区']], 'ACTIVE'],
  [
    '黄晓岚',
    [
      ['网格员', '秀灵北社区'],
      ['社区工作者', '秀灵北社区'],
    ],
    'ACTIVE',
  ],
  ['农志远', [['社会工作岗', '北湖街道']], 'INVITED'],
  ['陆一鸣', [], 'NONE'],
].map(([name, posts, account], at) => ({
  id: `person${at}`,
  name,
  phone: `13${at}****88${at}6`,
  posts: (posts as [string, string][]).map(([roleName, organisation]) => ({
    role: 'X',
    roleName,
    organisation: { id: organisation, name: organisation },
  })),
  account,
}))
