/** Every screen of the app, by its address. */
import type { Screen } from "../screen.ts";
import { AboutScreen } from "./about.tsx";
import { CloseDayScreen } from "./close-day.tsx";
import { FloatScreen } from "./float.tsx";
import { handOverScreens } from "./hand-over/index.ts";
import { HomeScreen } from "./home.tsx";
import { MoreScreen } from "./more.tsx";
import { OpenDayScreen } from "./open-day.tsx";
import { PadScreen } from "./pad.tsx";
import { PaperScreen } from "./paper.tsx";
import { PersonScreen } from "./person.tsx";
import { QuestionsScreen } from "./questions.tsx";
import { ScaleScreen } from "./scale.tsx";
import { TurnScreen } from "./turn.tsx";
import { UnknownScreen } from "./unknown.tsx";
import { UnsentScreen } from "./unsent.tsx";
import { WhoScreen } from "./who.tsx";

/** The screens. What is unsent, and how the telephone fares, is shown to whoever holds it; all else waits for a clerk. */
export const screens: readonly Screen[] = [
  { name: "", needs: "clerk", draw: () => <HomeScreen /> },
  { name: "turn", needs: "clerk", draw: () => <TurnScreen /> },
  { name: "who", needs: "clerk", draw: (argument) => <WhoScreen argument={argument} /> },
  { name: "person", needs: "clerk", draw: (argument) => <PersonScreen argument={argument} /> },
  { name: "unknown", needs: "clerk", draw: (argument) => <UnknownScreen argument={argument} /> },
  { name: "open-day", needs: "clerk", draw: () => <OpenDayScreen /> },
  { name: "close-day", needs: "clerk", draw: () => <CloseDayScreen /> },
  { name: "scale", needs: "clerk", draw: () => <ScaleScreen /> },
  { name: "float", needs: "clerk", draw: () => <FloatScreen /> },
  { name: "questions", needs: "clerk", draw: () => <QuestionsScreen /> },
  { name: "paper", needs: "clerk", draw: () => <PaperScreen /> },
  { name: "pad", needs: "clerk", draw: (argument) => <PadScreen argument={argument} /> },
  { name: "unsent", needs: "device", draw: () => <UnsentScreen /> },
  { name: "more", needs: "device", draw: () => <MoreScreen /> },
  { name: "about", needs: "device", draw: () => <AboutScreen /> },
  ...handOverScreens,
];
