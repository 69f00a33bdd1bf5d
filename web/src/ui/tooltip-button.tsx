import { Tooltip } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

interface TooltipButtonProps extends Omit<ComponentProps<"button">, "children"> {
  label: string;
  icon: ReactNode;
}

/** An icon button whose tooltip may leave a scrolling list or a panel. Needs a `Tooltip.Provider` around it. */
export function TooltipButton({ label, icon, ...rest }: TooltipButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button type="button" {...rest} className="icon-button" aria-label={label}>
          {icon}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
