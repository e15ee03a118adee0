#ifndef CUPEL_CLINUX_H
#define CUPEL_CLINUX_H

// The Linux calls and constants that `import Glibc` hides, because they stand behind _GNU_SOURCE
// or are function-like macros.

#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/types.h>

/// Renames without ever replacing: fails with EEXIST where the target exists. 0, or -1 with errno.
int cupel_rename_noreplace(int old_directory, const char *old_name, int new_directory, const char *new_name);

/// The magic number of the file system that holds `path` (statfs f_type), or 0 with errno set.
uint64_t cupel_file_system_type(const char *path);

/// Takes a client of a listening socket; its descriptor does not block and is closed on exec. -1 with errno.
int cupel_accept(int listener);

/// A pipe whose ends are closed on exec, and of which reading does not block. 0, or -1 with errno.
int cupel_pipe(int *reading, int *writing);

/// An empty file in memory, closed on exec. A descriptor, or -1 with errno.
int cupel_memory_file(const char *name);

/// Has a program that is started get no descriptor from `first` on. 0, or an error number.
int cupel_close_from(posix_spawn_file_actions_t *actions, int first);
/// The priority that the disk gives to the calling thread (ioprio_get), or -1 with errno.
int cupel_disk_priority(void);

/// Sets it (ioprio_set). 0, or -1 with errno.
int cupel_set_disk_priority(int priority);

/// Served when nobody else wants the disk (IOPRIO_CLASS_IDLE).
extern const int cupel_lowest_disk_priority;

/// Has malloc give large blocks back as soon as they are free, and keep two heaps, for a program that runs for years or
/// works through thousands of files (mallopt).
void cupel_spare_memory(void);

/// Gives free memory of malloc back to the system (malloc_trim), and the pages of the program and its libraries that only
/// the work before needed, such as those of the start (MADV_DONTNEED on what is mapped from files and not writable).
void cupel_give_back_memory(void);

/// fcntl commands for file leases (F_SETLEASE, F_RDLCK, F_UNLCK).
extern const int cupel_set_lease;
extern const int cupel_lease_read;
extern const int cupel_lease_none;

#endif
