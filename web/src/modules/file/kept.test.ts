import { beforeEach, describe, expect, it } from 'vitest'
import { keep } from '@/shell/keep'
import { fingerprintOf, forget, storage, unfinished } from './kept'

const file = new File(['abc'], '同意书.pdf', { lastModified: 7 })
const key = fingerprintOf('wish/1', file)
const upload = {
  size: 3,
  metadata: { filename: '同意书.pdf' },
  creationTime: '',
  uploadUrl: '/api/files/uploads/u',
  urlStorageKey: '',
  parallelUploadUrls: null,
}

describe('unfinished uploads', () => {
  beforeEach(() => localStorage.clear())

  it('are found again by the same file for the same record', async () => {
    await storage.addUpload(key, upload)
    expect(await storage.findUploadsByFingerprint(key)).toMatchObject([{ urlStorageKey: key }])
    expect(await storage.findUploadsByFingerprint(fingerprintOf('wish/2', file))).toEqual([])
    expect(unfinished('wish/1')).toEqual([{ key, name: '同意书.pdf' }])
    expect(unfinished('wish/11')).toEqual([])
  })

  it('are forgotten when they have arrived, and with the session', async () => {
    await storage.addUpload(key, upload)
    forget(key)
    expect(await storage.findAllUploads()).toEqual([])

    await storage.addUpload(key, upload)
    keep.dropAll('draft.')
    expect(unfinished('wish/1')).toEqual([])
  })
})
