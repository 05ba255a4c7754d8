import { ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, Problem, type Wish, type WishKind } from '@/api'
import { outbox } from '@/shell/offline'
import { useSession } from '@/shell/session'
import { useForm } from '@/ui/useForm'
import { toFen } from '../wish'

export const QUESTIONS = ['kind', 'words', 'cost', 'child', 'consent'] as const
type Question = (typeof QUESTIONS)[number]

/** On which screen a field is asked for, so that its error is seen. */
const ASKED: Record<string, Question> = {
  kind: 'kind',
  words: 'words',
  title: 'words',
  costFen: 'cost',
  child: 'child',
  guardianConsent: 'child',
  agreed: 'consent',
}

interface Values {
  kind?: WishKind
  words: string
  cost: string
  child: 'no' | 'yes'
  guardianConsent: boolean
  agreed: boolean
}

/** One's own wish, one question at a time. */
export function useMake() {
  const { t } = useI18n()
  const store = useSession()
  const at = ref(0)
  const made = ref<Wish>()
  /** There was no network: it waits on this device. */
  const kept = ref(false)

  const form = useForm<Values, Wish | undefined>({
    initial: {
      kind: undefined,
      words: '',
      cost: '',
      child: 'no',
      guardianConsent: false,
      agreed: false,
    },
    draft: 'wish',
    secret: ['agreed'],
    check: (values) => wrong(values),
    send: (values, key) => hand(bodyOf(values), key),
    done: (wish) => {
      made.value = wish
      kept.value = wish === undefined
    },
  })

  function bodyOf(values: Values) {
    return {
      kind: values.kind!,
      words: values.words,
      costFen: toFen(values.cost) || undefined,
      child: values.child === 'yes',
      guardianConsent: values.child === 'yes' && values.guardianConsent,
      consent: { noticeVersion: store.district?.privacyNotice.version ?? '', how: 'SELF' as const },
    }
  }

  /** The key goes with it: if this try did arrive and only its answer was lost, it counts once. */
  async function hand(body: ReturnType<typeof bodyOf>, key: string): Promise<Wish | undefined> {
    try {
      return await api.post('/api/wishes', { body, key })
    } catch (error) {
      const person = store.session?.person.id
      if (Problem.of(error).code !== 'offline' || !person) throw error
      const tried = Date.now()
      await outbox
        .put({ id: key, person, path: '/api/wishes', body, words: body.words, tried })
        .catch(() => Promise.reject(error))
      return undefined
    }
  }

  function wrong(values: Values): Record<string, string> {
    const found: Record<string, string> = {}
    if (!values.kind) found.kind = t('wish.make.kindNeeded')
    if (!values.words) found.words = t('wish.make.wordsNeeded')
    if (values.cost && toFen(values.cost) === undefined) found.costFen = t('wish.make.costWrong')
    if (values.child === 'yes' && !values.guardianConsent)
      found.guardianConsent = t('wish.make.guardianNeeded')
    if (!values.agreed) found.agreed = t('wish.make.agreeNeeded')
    return found
  }

  function next(): void {
    const here = QUESTIONS[at.value]!
    const found = Object.entries(wrong(form.values)).filter(([field]) => ASKED[field] === here)
    for (const field of Object.keys(form.errors)) delete form.errors[field]
    Object.assign(form.errors, Object.fromEntries(found))
    if (found.length === 0) at.value += 1
  }

  watch(
    () => Object.keys(form.errors),
    (fields) => {
      const screens = fields.map((field) => QUESTIONS.indexOf(ASKED[field] ?? 'consent'))
      if (screens.length > 0) at.value = Math.min(at.value, ...screens)
    },
  )

  return {
    form,
    at,
    next,
    back: () => (at.value -= 1),
    made,
    kept,
    again: () => {
      made.value = undefined
      kept.value = false
      at.value = 0
    },
  }
}
