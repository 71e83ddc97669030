/* A disk that fails once: FAULTY="sync EIO 1" lets the first call of that kind fail that concerns a file which arrives.
   Kinds: sync, write, rename. Preloaded by a test; calls on anything else go their way. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char ARRIVING[] = ".tallystick-partial-";
static long done;

static int arrives(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0)
        return 0;
    path[size] = 0;
    return strstr(path, ARRIVING) != NULL;
}

static int fails(const char *kind) {
    char wanted[16] = "", number[16] = "";
    long turn = 0;
    const char *faulty = getenv("FAULTY");
    if (!faulty || sscanf(faulty, "%15s %15s %ld", wanted, number, &turn) != 3 || strcmp(wanted, kind))
        return 0;
    if (__sync_add_and_fetch(&done, 1) != turn)
        return 0;
    errno = strcmp(number, "ENOSPC") ? EIO : ENOSPC;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int descriptor) {
    return arrives(descriptor) && fails("sync") ? -1 : REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
    return arrives(descriptor) && fails("sync") ? -1 : REAL(fdatasync)(descriptor);
}

int syncfs(int descriptor) {
    return arrives(descriptor) && fails("sync") ? -1 : REAL(syncfs)(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
    return arrives(descriptor) && size > 4096 && fails("write") ? -1 : REAL(write)(descriptor, bytes, size);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at) {
    return arrives(descriptor) && size > 4096 && fails("write") ? -1 : REAL(pwrite64)(descriptor, bytes, size, at);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at) {
    return arrives(descriptor) && size > 4096 && fails("write") ? -1 : REAL(pwrite)(descriptor, bytes, size, at);
}

int renameat2(int old_folder, const char *old, int new_folder, const char *new, unsigned flags) {
    return arrives(old_folder) && fails("rename") ? -1 : REAL(renameat2)(old_folder, old, new_folder, new, flags);
}
