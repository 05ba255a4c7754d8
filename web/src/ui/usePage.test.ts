import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { usePage, type PageQuery } from './usePage'

interface Filters extends Record<string, string> {
  state: string
  q: string
}
type List = ReturnType<typeof usePage<string, Filters>>
let stop = () => undefined as void

async function open(path: string, fetch: (query: PageQuery<Filters>) => Promise<never>) {
  let list: List | undefined
  const Shown = defineComponent(() => {
    list = usePage<string, Filters>({ key: 'list', filters: ['state', 'q'], fetch })
    return () => h('i')
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: Shown }],
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const app = createApp(Shown).use(router).use(VueQueryPlugin, { queryClient })
  await router.push(path)
  app.mount(document.createElement('div'))
  stop = () => app.unmount()
  return { list: list!, router }
}
afterEach(() => stop())

const page = (items: string[], next?: string) => Promise.resolve({ items, next } as never)

describe('usePage', () => {
  it('reads its filters from the URL, and only those it knows', async () => {
    const fetch = vi.fn(() => page([]))
    const { list } = await open('/?state=CLOSED&q=&other=1', fetch)
    await vi.waitFor(() => expect(list.items).toEqual([]))
    expect(fetch).toHaveBeenCalledWith(
      expect.objectContaining({ filters: { state: 'CLOSED' }, after: undefined }),
    )
    expect(list.filtered).toBe(true)
  })

  it('writes a filter into the URL and asks again from the first page', async () => {
    const fetch = vi.fn(({ filters }: PageQuery<Filters>) => page([filters.q ?? 'all'], 'c'))
    const { list, router } = await open('/?other=1', fetch)
    await vi.waitFor(() => expect(list.items).toEqual(['all']))
    list.filter({ q: '灯' })
    await vi.waitFor(() => expect(list.items).toEqual(['灯']))
    expect(router.currentRoute.value.query).toEqual({ other: '1', q: '灯' })
    list.clear()
    await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ other: '1' }))
  })

  it('goes on behind the last row until there is nothing more', async () => {
    const fetch = vi.fn(({ after }: PageQuery<Filters>) =>
      after ? page(['b']) : page(['a'], 'behind-a'),
    )
    const { list } = await open('/', fetch)
    await vi.waitFor(() => expect(list.hasMore).toBe(true))
    list.more()
    await vi.waitFor(() => expect(list.items).toEqual(['a', 'b']))
    expect(list.hasMore).toBe(false)
  })

  it('tells what went wrong, and asks again when told to', async () => {
    const fetch = vi.fn(() => Promise.reject(new Error('lost')))
    const { list } = await open('/', fetch as never)
    await vi.waitFor(() => expect(list.error).toBeInstanceOf(Error))
    fetch.mockImplementation(() => page(['a']))
    list.again()
    await vi.waitFor(() => expect(list.items).toEqual(['a']))
  })
})
