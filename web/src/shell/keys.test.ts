import { createApp, h, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useKeys } from './keys'
import { keys } from './preferences'

const act = vi.fn()
const app = () =>
  createApp({
    setup() {
      useKeys({ t: act })
      return () => h('input')
    },
  })
let mounted: ReturnType<typeof app>
let box: HTMLElement

const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

beforeEach(() => {
  keys.value = true
  act.mockClear()
  box = document.body.appendChild(document.createElement('div'))
  mounted = app()
  mounted.mount(box)
})
afterEach(() => {
  mounted.unmount()
  box.remove()
})

describe('a single key', () => {
  it('does what it is for', () => {
    press('t')
    expect(act).toHaveBeenCalledOnce()
  })

  it('does nothing while something is typed, or with another key held', () => {
    press('t', box.querySelector('input')!)
    press('t', document.body, { ctrlKey: true })
    expect(act).not.toHaveBeenCalled()
  })

  it('can be switched off for good', async () => {
    keys.value = false
    await nextTick()
    press('t')
    expect(act).not.toHaveBeenCalled()
    expect(localStorage.getItem('silian.keys')).toBe('off')
  })
})
