import { reactive, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { Attempt, Problem } from '@/api'
import { keep } from '@/shell/keep'

interface FormOptions<V extends object, R> {
  initial: V
  /** Kept under this name until it is sent, so that nothing typed is lost. */
  draft?: string
  /** Never kept. */
  secret?: (keyof V)[]
  /** What can be said without asking the server: field → sentence. */
  check?: (values: V) => Partial<Record<string, string>>
  send: (values: V, key: string) => Promise<R>
  done?: (result: R) => void
}

export interface Form<V extends object = object> {
  values: V
  errors: Record<string, string>
  problem: ShallowRef<Problem | undefined>
  busy: Ref<boolean>
  /** Something kept from an earlier visit is shown. */
  restored: Ref<boolean>
  /** What the system knows already: fills fields nobody has touched, and is no draft. */
  suggest: (known: Partial<V>) => void
  submit: () => Promise<boolean>
  reset: () => void
}

function readDraft(name: string | undefined): object {
  try {
    return JSON.parse((name && keep.get(`draft.${name}`)) || '{}')
  } catch {
    return {}
  }
}

/** One form: its values, what is wrong beside each field, its draft, and its one submission. */
export function useForm<V extends object, R = unknown>(options: FormOptions<V, R>): Form<V> {
  const attempt = new Attempt()
  const first = structuredClone(options.initial)
  const draft = readDraft(options.draft)
  const values = reactive({ ...structuredClone(first), ...draft }) as V
  const errors = reactive<Record<string, string>>({})
  const problem = shallowRef<Problem>()
  const busy = ref(false)
  const restored = ref(Object.keys(draft).length > 0)

  function keepDraft(): void {
    if (!options.draft) return
    const typed = JSON.parse(JSON.stringify(values)) as Record<string, unknown>
    for (const field of options.secret ?? []) delete typed[field as string]
    const changed = Object.entries(typed).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(first[field as keyof V]),
    )
    keep.set(`draft.${options.draft}`, changed ? JSON.stringify(typed) : undefined)
  }
  watch(values, keepDraft, { deep: true, flush: 'sync' })

  function show(found: Partial<Record<string, string>>): void {
    for (const field of Object.keys(errors)) delete errors[field]
    Object.assign(errors, found)
  }

  function reset(): void {
    Object.assign(values, structuredClone(first))
    show({})
    problem.value = undefined
    restored.value = false
    if (options.draft) keep.set(`draft.${options.draft}`, undefined)
  }

  function suggest(known: Partial<V>): void {
    for (const field of Object.keys(known) as (keyof V)[]) {
      const untouched = JSON.stringify(values[field]) === JSON.stringify(first[field])
      first[field] = known[field]!
      if (untouched) values[field] = known[field]!
    }
  }

  async function submit(): Promise<boolean> {
    if (busy.value) return false
    problem.value = undefined
    show(options.check?.(values) ?? {})
    if (Object.keys(errors).length > 0) return false
    busy.value = true
    let result: R
    try {
      result = await options.send(values, attempt.keyFor(values))
    } catch (error) {
      problem.value = Problem.of(error)
      show(Object.fromEntries(problem.value.errors.map((each) => [each.field, each.message])))
      return false
    } finally {
      busy.value = false
    }
    attempt.succeeded()
    reset()
    options.done?.(result)
    return true
  }

  return { values, errors, problem, busy, restored, suggest, submit, reset }
}
