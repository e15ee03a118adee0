#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

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

int cupel_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int cupel_pipe(int *reading, int *writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return -1;
    }
    // The writing end belongs to a program that expects to block.
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

int cupel_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int cupel_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
// linux/ioprio.h, which glibc has no words for: this thread, and the class above the level.
enum { only_this_process = 1, class_shift = 13, idle_class = 3 };

int cupel_disk_priority(void) { return (int)syscall(SYS_ioprio_get, only_this_process, 0); }

int cupel_set_disk_priority(int priority) { return (int)syscall(SYS_ioprio_set, only_this_process, 0, priority); }

const int cupel_lowest_disk_priority = idle_class << class_shift;

void cupel_spare_memory(void) {
    // Without these malloc raises its thresholds to the largest block that was freed, and keeps a heap for each thread.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_ARENA_MAX, 2);
}

// What cannot be written is in the file: the kernel maps it again when it is needed.
static int unmap_what_is_in_the_file(struct dl_phdr_info *object, size_t size, void *nothing) {
    (void)size;
    (void)nothing;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W) != 0) {
            continue;
        }
        const uintptr_t begin = object->dlpi_addr + segment->p_vaddr;
        const uintptr_t first = (begin + page - 1) & ~(page - 1);
        const uintptr_t end = (begin + segment->p_filesz) & ~(page - 1);
        if (end > first) {
            madvise((void *)first, end - first, MADV_DONTNEED);
        }
    }
    return 0;
}

void cupel_give_back_memory(void) {
    malloc_trim(0);
    dl_iterate_phdr(unmap_what_is_in_the_file, NULL);
}

const int cupel_set_lease = F_SETLEASE;
const int cupel_lease_read = F_RDLCK;
const int cupel_lease_none = F_UNLCK;
