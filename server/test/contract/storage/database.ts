import type { Storage } from "../../../src/storage/storage.ts";

/** A database of one test: opened as often as wanted, gone afterwards. */
export interface TestDatabase {
  open(): Promise<Storage>;
  destroy(): Promise<void>;
}

export type MakeDatabase = () => Promise<TestDatabase>;
