import type { Problem } from '@/api'

type Translate = (key: string) => string

/** The server's own words where it spoke; ours where nothing answered. */
export function explain(problem: Problem, t: Translate): string {
  if (problem.code === 'offline') return t('ui.problem.offline')
  if (problem.code === 'stale') return t('ui.problem.stale')
  return problem.detail || t('ui.problem.unexpected')
}
