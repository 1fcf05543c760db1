# Why the system could not do what it was asked to.
error-cannot-print = Cannot print: { $reason }
error-standard-input = Cannot take in standard input: { $reason }. It is kept in a temporary file; TMPDIR names the folder for it.
system-not-found = there is no such file or folder
system-not-allowed = permission is denied
system-disk-full = the disk is full
system-is-folder = it is a folder
system-not-a-folder = a part of its path is not a folder
system-read-only = it is on a disk that can only be read
system-no-folder = its folder does not exist; make it first
system-name-taken = a file of that name is in the way
