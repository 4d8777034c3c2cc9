/** What is chosen once and rarely changed: language, light, sounds, printing; and how this telephone fares. */
import { Choice } from "../parts/choice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { signalSaved } from "../parts/sounds.ts";
import { sounds, theme } from "../preferences.ts";
import { useField } from "../screen.ts";
import { useSurroundings } from "../surroundings.ts";
import { Tongues } from "./tongues.tsx";

/** Settings of this telephone alone; nothing here concerns the book. */
export function MoreScreen() {
  const { say, go } = useField();
  const { install } = useSurroundings();
  return (
    <Shown title={say("field.home.more")}>
      <Tongues />
      <Choice
        legend={say("field.more.light")}
        value={theme.value}
        options={[
          { value: "", label: say("field.more.light-own"), icon: "phone" },
          { value: "sunlight", label: say("field.sun"), icon: "sun" },
          { value: "light", label: say("field.more.light-day"), icon: "calendar" },
          { value: "dark", label: say("field.more.light-night"), icon: "moon" },
        ]}
        onChoose={(chosen) => {
          theme.value = chosen;
        }}
      />
      <Choice
        legend={say("field.more.sounds")}
        value={sounds.value}
        options={[
          { value: "on", label: say("field.more.sounds-on"), icon: "listen" },
          { value: "off", label: say("field.more.sounds-off"), icon: "sound" },
        ]}
        onChoose={(chosen) => {
          sounds.value = chosen;
          signalSaved();
        }}
      />
      <Rows>
        <Row
          icon="phone"
          title={say("field.about.title")}
          under={say("field.about.under")}
          onPress={() => go("about")}
        />
        {install === null ? null : (
          <Row
            icon="plus"
            title={say("field.install.do")}
            under={say("field.install.why")}
            onPress={() => void install()}
          />
        )}
      </Rows>
    </Shown>
  );
}
