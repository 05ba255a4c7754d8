import { defineModule } from '@/shell/module'

export default defineModule({ name: 'file' })
