import { describe, expect, it } from 'vitest'
import { readList } from './list'

describe('a pasted list', () => {
  it('is read from sheets, chats and by hand', () => {
    const text = '韦素荷\t13800000001\n买买提·艾力，138 0000 0002\r\n\n梁巧宜 １３８００００0003\n'
    expect(readList(text)).toEqual([
      { name: '韦素荷', phone: '13800000001' },
      { name: '买买提·艾力', phone: '13800000002' },
      { name: '梁巧宜', phone: '13800000003' },
    ])
  })

  it('keeps a line whose number is missing, to say so', () => {
    expect(readList('石见青')).toEqual([{ name: '石见青', phone: '' }])
  })

  it('takes a number twice for one person', () => {
    expect(readList('甘牧之,13800000009\n甘牧之,13800000009')).toHaveLength(1)
  })
})
