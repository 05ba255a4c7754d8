import type { Router } from 'vue-router'

const PATIENCE = 3_000

function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1')
}

function arrive(before: HTMLElement | null, until: number): void {
  const found = heading()
  if (!found || found === before) {
    if (Date.now() < until) setTimeout(() => arrive(before, until), 50)
    return
  }
  const { activeElement } = document
  // The person, or the page, is somewhere already.
  if (activeElement && activeElement !== document.body && document.contains(activeElement)) {
    const inPage = activeElement.closest('main, [role=dialog]')
    if (inPage && activeElement !== inPage) return
  }
  found.tabIndex = -1
  found.focus({ preventScroll: true })
}

/**
 * After a change of page the focus is on its heading: a screen reader says where one has arrived,
 * and the next Tab goes on from there.
 */
export function startArriving(router: Router): void {
  router.afterEach((to, from, failure) => {
    if (failure || from.matched.length === 0 || to.path === from.path) return
    arrive(heading(), Date.now() + PATIENCE)
  })
}
