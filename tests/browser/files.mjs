// What a database keeps on disk, byte for byte: with SQLite its file and what lies beside it, with PostgreSQL the folders of its
// tables and of its log.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder. What the server takes away meanwhile is passed over. */
function below(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : []));
}

function postgres(url) {
  const ask = (sql) => spawnSync("psql", [url, "--no-psqlrc", "--tuples-only", "--no-align", "--command", sql], { encoding: "utf8" }).stdout.trim();
  ask("CHECKPOINT");
  const home = ask("SHOW data_directory");
  return ["base", "pg_wal"].flatMap((part) => below(join(home, part)));
}

/** The files of the database of an installation whose folder that is, and what stands in each. */
export function files(folder) {
  const url = process.env.SAYWELL_TEST_DATABASE;
  const all = url ? postgres(url) : below(folder).filter((path) => path.includes(".sqlite"));
  return all.map((path) => ({ path, bytes: readFileSync(path) }));
}
