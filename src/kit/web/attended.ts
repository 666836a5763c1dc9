const AWAY_MS = 60_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let seenAt = Date.now()
if (typeof window !== 'undefined')
  for (const sign of SIGNS)
    window.addEventListener(
      sign,
      () => {
        seenAt = Date.now()
      },
      { passive: true, capture: true },
    )

/** Whether somebody touched the page within the last minute. What a page asks by itself does not keep a session alive. */
export const isAttended = (): boolean => Date.now() - seenAt < AWAY_MS
