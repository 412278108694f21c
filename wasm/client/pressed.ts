/** Keeps a click on a button that moves while it is pressed: leaving a field may bring up a message above it. */

export function keepPresses() {
  let pressed: PointerEvent & { target: Element }
  for (const type of ['pointerdown', 'pointerup'])
    addEventListener(
      type,
      (event) => {
        const before = pressed
        pressed = event as typeof pressed
        const button = before?.target.closest?.('button')
        // A visitor who thinks better of it moves the pointer, not the button.
        if (
          type === 'pointerup' &&
          button &&
          !button.contains(pressed.target) &&
          before.x === pressed.x &&
          before.y === pressed.y
        )
          button.click()
      },
      true,
    )
}
