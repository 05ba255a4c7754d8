import { gather } from './gather'

export default gather({
  ...import.meta.glob<object>('/src/modules/*/messages.zh-CN.json', {
    eager: true,
    import: 'default',
  }),
  ...import.meta.glob<object>('/src/{ui,shell,term}/messages.zh-CN.json', {
    eager: true,
    import: 'default',
  }),
})
