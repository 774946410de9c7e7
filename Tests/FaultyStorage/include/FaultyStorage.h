// A storage layer for SQLite (a VFS called "faulty") that fails when it is told to: at the n-th call that would change
// something on the disk the power is cut, or the disk is full.
#ifndef FAULTY_STORAGE_H
#define FAULTY_STORAGE_H

#include <stdint.h>

enum { FAULTY_NEVER, FAULTY_POWER_CUT, FAULTY_DISK_FULL };

/// Makes "faulty" known to SQLite. Returns 0.
int faulty_register(void);
/// From now on, the n-th change fails. A power cut writes half of it, and of what was not yet synchronised some writes,
/// drawn by `seed`, never reached the disk; every call behind it fails. A full disk takes nothing until it is told
/// FAULTY_NEVER.
void faulty_arm(int fault, long at, uint64_t seed);
/// How many changes there have been since it was armed.
long faulty_changes(void);

#endif
