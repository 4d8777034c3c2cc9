/** The app as users get it, for tests: built from the sources as they stand, kept between test files. */
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { readCatalogues } from "../../language/catalogues.ts";
import { type BuiltApp, buildApp } from "../server/build.ts";

/** Where tests keep bundles. */
export const keptForTests = join(tmpdir(), `ayni-field-${userInfo().uid}`);

/** Builds the app, or one with another beginning ("web/field/testing/example.tsx"). */
export const builtApp = (entry?: string): Promise<BuiltApp> =>
  buildApp(readCatalogues(), { keptIn: keptForTests, ...(entry === undefined ? {} : { entry }) });
