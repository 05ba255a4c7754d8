import { api, type Task } from '@/api'
import { usePage } from '@/ui/usePage'

export function useTasks(list: 'mine' | 'waiting') {
  return usePage<Task>({
    key: () => ['tasks', list],
    fetch: ({ after, signal }) =>
      api.get('/api/tasks', { query: { list, after, size: 20 }, signal }),
  })
}
