/** localStorage that never throws: private windows and full disks only forget. */
export const keep = {
  get(name: string): string | undefined {
    try {
      return localStorage.getItem(`silian.${name}`) ?? undefined
    } catch {
      return undefined
    }
  },
  set(name: string, value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(`silian.${name}`)
      else localStorage.setItem(`silian.${name}`, value)
    } catch {
      // Nothing is kept; the page works on.
    }
  },
  /** On a shared machine nothing typed outlives the session it was typed in. */
  dropAll(prefix: string): void {
    try {
      for (const key of Object.keys(localStorage))
        if (key.startsWith(`silian.${prefix}`)) localStorage.removeItem(key)
    } catch {
      // As above.
    }
  },
}
