import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api'
import { keep } from '@/shell/keep'
import { useForm } from './useForm'

const initial = { words: '', cost: '' }
beforeEach(() => keep.dropAll('draft.'))

describe('useForm', () => {
  it('asks the server only when there is nothing wrong already', async () => {
    const send = vi.fn()
    const form = useForm({ initial, send, check: () => ({ words: '请写一句。' }) })
    expect(await form.submit()).toBe(false)
    expect(send).not.toHaveBeenCalled()
    expect(form.errors.words).toBe('请写一句。')
  })

  it('puts what the server refuses beside the fields, and forgets it with the next try', async () => {
    const send = vi
      .fn()
      .mockRejectedValueOnce(
        new Problem({ errors: [{ field: 'cost', message: '最多 500 元。' }] }, 422),
      )
      .mockResolvedValueOnce('made')
    const done = vi.fn()
    const form = useForm({ initial, send, done })
    expect(await form.submit()).toBe(false)
    expect(form.errors).toEqual({ cost: '最多 500 元。' })
    expect(await form.submit()).toBe(true)
    expect(form.errors).toEqual({})
    expect(done).toHaveBeenCalledWith('made')
  })

  it('sends the same words under the same key after a lost answer', async () => {
    const keys: string[] = []
    const form = useForm({
      initial,
      send: (_values, key) => {
        keys.push(key)
        return keys.length < 3 ? Promise.reject(Problem.offline()) : Promise.resolve()
      },
    })
    form.values.words = 'a'
    await form.submit()
    await form.submit()
    expect(keys[1]).toBe(keys[0])
    form.values.words = 'b'
    await form.submit()
    expect(keys[2]).not.toBe(keys[0])
  })

  it('sends once while it is busy', async () => {
    const send = vi.fn(() => new Promise((resolve) => setTimeout(resolve)))
    const form = useForm({ initial, send })
    const first = form.submit()
    expect(await form.submit()).toBe(false)
    await first
    expect(send).toHaveBeenCalledOnce()
  })

  it('keeps a draft until it is sent, and never a secret', async () => {
    const options = {
      initial,
      draft: 'wish',
      secret: ['cost' as const],
      send: () => Promise.resolve(),
    }
    const form = useForm(options)
    form.values.words = '换一盏灯'
    form.values.cost = '60'
    const later = useForm(options)
    expect(later.values).toEqual({ words: '换一盏灯', cost: '' })
    expect(later.restored.value).toBe(true)
    await later.submit()
    expect(useForm(options).values).toEqual(initial)
  })

  it('keeps what is typed when nothing answers', async () => {
    const form = useForm({
      initial,
      draft: 'wish',
      send: () => Promise.reject(Problem.offline()),
    })
    form.values.words = '换一盏灯'
    await form.submit()
    expect(form.values.words).toBe('换一盏灯')
    expect(form.problem.value?.code).toBe('offline')
    expect(keep.get('draft.wish')).toContain('换一盏灯')
  })
})
