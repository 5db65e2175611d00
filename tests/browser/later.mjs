// Another time for a program: a library that is loaded before all others and moves the clock on the wall forward. The clock that
// pauses are measured with stays as it is.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCE = `
#define _GNU_SOURCE
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <sys/syscall.h>

int clock_gettime(clockid_t which, struct timespec *at) {
    long failed = syscall(SYS_clock_gettime, which, at);
    const char *seconds = getenv("SECONDS_LATER");
    if (failed == 0 && which == CLOCK_REALTIME && seconds) at->tv_sec += atol(seconds);
    return (int) failed;
}
`;

export const DAY = 86_400;

/** The variables with which a program lives so many seconds later; nothing where there is no compiler, or another way to load. */
export function later(folder, seconds) {
  const [source, library] = [join(folder, "later.c"), join(folder, "later.so")];
  writeFileSync(source, SOURCE);
  const { status } = spawnSync("cc", ["-shared", "-fPIC", "-o", library, source]);
  return process.platform === "linux" && status === 0 ? { LD_PRELOAD: library, SECONDS_LATER: String(seconds) } : undefined;
}
