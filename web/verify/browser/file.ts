/** The script of the file that stands alone: nobody is asked anything. */
import { begin } from "./main.ts";

begin(null);
