'use client'
/** A button with an icon; it shows its name under the pointer and gives it to a screen reader. */
import { Tooltip } from 'radix-ui'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import bench from './bench.module.css'

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  name: string
  /** Keys that do the same, shown next to the name. */
  keys?: string
  children: ReactNode
}

export function IconButton({ name, keys, children, ...rest }: IconButtonProps) {
  return (
    <Tip name={name} {...(keys && { keys })}>
      <button type="button" className={bench.icon} aria-label={name} {...rest}>
        {children}
      </button>
    </Tip>
  )
}

/** Shows a name and keys next to any control. */
export function Tip({
  name,
  keys,
  children,
}: {
  name: string
  keys?: string
  children: ReactNode
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={bench.tip} sideOffset={6} collisionPadding={8}>
          {name}
          {keys && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
