/*
 * Adds FSYNC_DELAY_US microseconds to every fsync and fdatasync of the program it is preloaded into (LD_PRELOAD), so that a benchmark
 * on a fast disk can be repeated as on a slow one. It makes the wait longer, nothing else: what the program writes is unchanged.
 * Build: cc -O2 -shared -fPIC -o slowsync.so slowsync.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_a_little(void) {
  static long us = -1;
  if (us < 0) { const char *set = getenv("FSYNC_DELAY_US"); us = set ? atol(set) : 0; }
  if (us > 0) { struct timespec t = { us / 1000000, (us % 1000000) * 1000 }; nanosleep(&t, 0); }
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  wait_a_little();
  return real(fd);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  wait_a_little();
  return real(fd);
}
