import { api, type Task } from '@/api'
import { usePage } from '@/ui/usePage'

/** Mine, what others owe us, and what is late further down our own line. */
export type TaskListName = 'mine' | 'waiting' | 'line'

export function useTasks(list: TaskListName) {
  return usePage<Task>({
    key: () => ['tasks', list],
    fetch: ({ after, signal }) =>
      api.get('/api/tasks', { query: { list, after, size: 20 }, signal }),
  })
}
