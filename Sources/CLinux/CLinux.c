#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/vfs.h>

int cupel_rename_noreplace(int old_directory, const char *old_name, int new_directory, const char *new_name) {
    return renameat2(old_directory, old_name, new_directory, new_name, RENAME_NOREPLACE);
}

uint64_t cupel_file_system_type(const char *path) {
    struct statfs facts;
    if (statfs(path, &facts) != 0) {
        return 0;
    }
    return (uint64_t)facts.f_type;
}

const int cupel_set_lease = F_SETLEASE;
const int cupel_lease_read = F_RDLCK;
const int cupel_lease_none = F_UNLCK;
