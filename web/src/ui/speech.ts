import { computed, ref, shallowRef } from 'vue'

const LONGEST = 160
const synthesis = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
const voices = shallowRef<SpeechSynthesisVoice[]>([])

/** What is being read out, if anything. */
export const speaking = ref<string>()

function look(): void {
  voices.value = [...(synthesis?.getVoices() ?? [])]
}
look()
synthesis?.addEventListener?.('voiceschanged', look)

function voiceFor(lang: string): SpeechSynthesisVoice | undefined {
  const plain = (tag: string) => tag.replace('_', '-').toLowerCase()
  const wanted = plain(lang)
  return (
    voices.value.find((voice) => plain(voice.lang) === wanted) ??
    voices.value.find((voice) => plain(voice.lang).startsWith(wanted.slice(0, 2)))
  )
}

/** Whether this browser has a voice of the language: where not, no button promises one. */
export function useVoice(lang: () => string) {
  return computed(() => voiceFor(lang()) !== undefined)
}

/** In sentences: browsers break off in the middle of what is long. */
export function sentences(text: string): string[] {
  const parts = text.split(/(?<=[。！？；!?\n])/).map((part) => part.trim())
  return parts
    .flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}`, 'gs')) ?? [])
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

export function quiet(): void {
  synthesis?.cancel()
  speaking.value = undefined
}

export function read(text: string, lang: string): void {
  quiet()
  const voice = voiceFor(lang)
  const parts = sentences(text)
  if (!synthesis || !voice || parts.length === 0) return
  speaking.value = text
  parts.forEach((part, at) => {
    const said = new SpeechSynthesisUtterance(part)
    said.voice = voice
    said.lang = voice.lang
    said.rate = 0.9
    if (at === parts.length - 1)
      said.addEventListener('end', () => {
        if (speaking.value === text) speaking.value = undefined
      })
    synthesis.speak(said)
  })
}
