import type { InjectionKey } from 'vue'

interface FormContext {
  errors: Record<string, string>
  /** The fields on the page: an error of any other is said above the form. */
  fields: Set<string>
}

export const FORM: InjectionKey<FormContext> = Symbol('form')
