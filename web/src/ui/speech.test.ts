import { describe, expect, it, vi } from 'vitest'

class Utterance extends EventTarget {
  voice?: unknown
  lang = ''
  rate = 1
  constructor(readonly text: string) {
    super()
  }
}
const said: Utterance[] = []
const voices: { lang: string }[] = []
vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
vi.stubGlobal(
  'speechSynthesis',
  Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (each: Utterance) => said.push(each),
    cancel: () => said.splice(0),
  }),
)
const { quiet, read, sentences, speaking, useVoice } = await import('./speech')

describe('reading aloud', () => {
  it('is not offered without a voice of the language', () => {
    const able = useVoice(() => 'zh-CN')
    expect(able.value).toBe(false)
    read('您好。', 'zh-CN')
    expect(said).toEqual([])
    voices.push({ lang: 'en-GB' }, { lang: 'zh_CN' })
    speechSynthesis.dispatchEvent(new Event('voiceschanged'))
    expect(able.value).toBe(true)
  })

  it('goes sentence by sentence, and stops', () => {
    voices.splice(0, 9, { lang: 'zh-CN' })
    speechSynthesis.dispatchEvent(new Event('voiceschanged'))
    read('您的心愿有人认领了。社区正在核对！', 'zh-CN')
    expect(said.map((each) => each.text)).toEqual(['您的心愿有人认领了。', '社区正在核对！'])
    expect(speaking.value).toContain('认领')
    said.at(-1)!.dispatchEvent(new Event('end'))
    expect(speaking.value).toBeUndefined()
    quiet()
    expect(said).toEqual([])
  })

  it('breaks what is long, and leaves out what says nothing', () => {
    expect(sentences(`${'长'.repeat(400)}\n · \n完`).map((each) => each.length)).toEqual([
      160, 160, 80, 1,
    ])
  })
})
