/** What can be touched. One main act a screen, in reach of the thumb; all others are outlined or plain. */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type Touched = {
  icon?: IconName;
  onPress?: () => void;
  /** With an address it is a link. */
  href?: string;
  disabled?: boolean;
  type?: "button" | "submit";
  /** What it is called where its words alone would not do. */
  name?: string;
  children: ComponentChildren;
};

const Touch = ({ kind, icon, onPress, href, disabled, type, name, children }: Touched & { kind: string }) =>
  href === undefined ? (
    <button
      class={kind}
      type={type ?? "button"}
      disabled={disabled ?? false}
      aria-label={name}
      onClick={onPress === undefined ? undefined : () => onPress()}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  ) : (
    <a class={kind} href={href} aria-label={name}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );

/** The one main act of a screen. */
export const MainAct = (touched: Touched) => <Touch kind="do do-main" {...touched} />;

/** Another act, outlined. */
export const Act = (touched: Touched) => <Touch kind="do" {...touched} />;

/** An act told as a link. */
export const Quiet = (touched: Touched) => <Touch kind="quiet" {...touched} />;

/** An icon over its word, at the end of a line. `pressed`: it switches something on and off. */
export const Tool = ({
  icon,
  onPress,
  pressed,
  name,
  children,
}: {
  icon: IconName;
  onPress: () => void;
  pressed?: boolean;
  name?: string;
  children: ComponentChildren;
}) => (
  <button class="tool" type="button" aria-pressed={pressed} aria-label={name} onClick={() => onPress()}>
    <Icon name={icon} />
    <span>{children}</span>
  </button>
);

/** Two acts side by side. */
export const Pair = ({ children }: { children: ComponentChildren }) => <div class="pair">{children}</div>;

/** What stays at the bottom: a sentence to say aloud, if there is one, and the main act. */
export const Bar = ({
  says,
  onListen,
  listen,
  children,
}: {
  says?: ComponentChildren;
  onListen?: () => void;
  /** What the speaker is called. */
  listen?: string;
  children: ComponentChildren;
}) => (
  <footer class="bar">
    {says === undefined ? null : (
      <p>
        {onListen === undefined ? (
          <Icon name="listen" />
        ) : (
          <button class="speaker" type="button" aria-label={listen} onClick={() => onListen()}>
            <Icon name="listen" />
          </button>
        )}
        <span>{says}</span>
      </p>
    )}
    {children}
  </footer>
);

/** A pad at the bottom of the screen. */
export const PadBar = ({ children }: { children: ComponentChildren }) => <div class="pad-bar">{children}</div>;
