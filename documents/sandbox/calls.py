"""The system calls that a sealed worker may make, with their numbers; the kernel refuses every other one.

Numbers from the kernel's arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (aarch64).
"""

from typing import NamedTuple


class Number(NamedTuple):
    """A system call's number; None where a processor does not have it."""

    x86_64: int | None
    aarch64: int | None


# Memory, time, threads' waiting, reading what is open, and leaving.
ALWAYS: dict[str, Number] = {
    "futex": Number(202, 98), "read": Number(0, 63), "write": Number(1, 64), "mmap": Number(9, 222),
    "munmap": Number(11, 215), "mprotect": Number(10, 226), "madvise": Number(28, 233), "brk": Number(12, 214),
    "mremap": Number(25, 216), "close": Number(3, 57), "fstat": Number(5, 80), "lseek": Number(8, 62),
    "newfstatat": Number(262, 79), "statx": Number(332, 291), "pread64": Number(17, 67), "readv": Number(19, 65),
    "writev": Number(20, 66), "preadv": Number(295, 69), "rt_sigaction": Number(13, 134),
    "rt_sigprocmask": Number(14, 135), "rt_sigreturn": Number(15, 139), "rt_sigpending": Number(127, 136),
    "rt_sigtimedwait": Number(128, 137), "restart_syscall": Number(219, 128), "sigaltstack": Number(131, 132),
    "sched_yield": Number(24, 124), "mincore": Number(27, 232), "dup": Number(32, 23), "dup2": Number(33, None),
    "dup3": Number(292, 24), "nanosleep": Number(35, 101), "clock_nanosleep": Number(230, 115),
    "clock_gettime": Number(228, 113), "clock_getres": Number(229, 114), "gettimeofday": Number(96, 169),
    "times": Number(100, 153), "getpid": Number(39, 172), "getppid": Number(110, 173), "gettid": Number(186, 178),
    "getpgid": Number(121, 155), "getpgrp": Number(111, None), "getsid": Number(124, 156),
    "getuid": Number(102, 174), "geteuid": Number(107, 175), "getgid": Number(104, 176),
    "getegid": Number(108, 177), "getgroups": Number(115, 158), "getresuid": Number(118, 148),
    "getresgid": Number(120, 150), "recvmsg": Number(47, 212), "exit": Number(60, 93),
    "exit_group": Number(231, 94), "uname": Number(63, 160), "getdents64": Number(217, 61), "getcwd": Number(79, 17),
    "readlink": Number(89, None), "readlinkat": Number(267, 78), "stat": Number(4, None), "lstat": Number(6, None),
    "access": Number(21, None), "faccessat": Number(269, 48), "faccessat2": Number(439, 439),
    "statfs": Number(137, 43), "fstatfs": Number(138, 44), "poll": Number(7, None), "ppoll": Number(271, 73),
    "select": Number(23, None), "pselect6": Number(270, 72), "getrlimit": Number(97, 163),
    "getrusage": Number(98, 165), "sysinfo": Number(99, 179), "sched_getaffinity": Number(204, 123),
    "sched_getparam": Number(143, 121), "sched_getscheduler": Number(145, 120),
    "sched_get_priority_max": Number(146, 125), "sched_get_priority_min": Number(147, 126),
    "set_tid_address": Number(218, 96), "set_robust_list": Number(273, 99), "rseq": Number(334, 293),
    "membarrier": Number(324, 283), "getcpu": Number(309, 168), "getrandom": Number(318, 278),
    "fadvise64": Number(221, 223), "close_range": Number(436, 436), "arch_prctl": Number(158, None),
}  # fmt: skip

# Only for a worker with a folder of its own to write into; where in the file system is Landlock's to say.
WRITING: dict[str, Number] = {
    "pwrite64": Number(18, 68), "pwritev": Number(296, 70), "ftruncate": Number(77, 46), "fsync": Number(74, 82),
    "fallocate": Number(285, 47), "fdatasync": Number(75, 83), "unlink": Number(87, None),
    "unlinkat": Number(263, 35), "mkdir": Number(83, None), "mkdirat": Number(258, 34), "rmdir": Number(84, None),
    "rename": Number(82, None), "renameat": Number(264, 38), "renameat2": Number(316, 276), "flock": Number(73, 32),
}  # fmt: skip

# Allowed with some arguments only: documents/sandbox/filter.py says with which.
OPEN, OPENAT = Number(2, None), Number(257, 56)
CLONE, CLONE3 = Number(56, 220), Number(435, 435)
FCNTL, IOCTL, PRCTL = Number(72, 25), Number(16, 29), Number(157, 167)
TGKILL, PRLIMIT = Number(234, 131), Number(302, 261)
SECCOMP = Number(317, 277)
# The same on every processor.
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
