import type { Appointment } from '@/api'
import { today } from '@/ui/days'

export interface Term {
  organisation?: string
  role: string
  from: string
  to: string
  document: string
}

export function newTerm(organisation?: string): Term {
  return { organisation, role: '', from: today(), to: '', document: '' }
}

export function checkTerm(term: Term, required: string): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (!term.organisation) wrong.organisation = required
  if (!term.role) wrong.role = required
  if (!term.from) wrong.from = required
  return wrong
}

export function sendTerm(term: Term) {
  return {
    organisation: term.organisation ?? '',
    role: term.role as Appointment['role'],
    from: term.from,
    to: term.to || undefined,
    document: term.document || undefined,
  }
}
