"""What a child gives up before it runs a learner's code: processes, threads, limits, and most of the kernel's doors.

The sandbox around it has no network and no files worth reading; this is a second wall, which the child can't undo.
"""

import ctypes
import os
import platform
import resource
import struct
import sys

ON_LINUX = sys.platform == "linux"  # elsewhere there is no sandbox either
GIGABYTE = 2**30
PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 4, 38, 22, 2
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # of classic BPF: a word of the call, two jumps, the end
ALLOW, REFUSE = 0x7FFF0000, 0x00050001  # SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO with EPERM
OTHER_ABI = 0x40000000  # x32 counts its calls from here

# System calls by architecture, as AUDIT_ARCH_* of <linux/audit.h> and the numbers of <asm/unistd.h>.
X86_64, AARCH64 = 0xC000003E, 0xC00000B7
REFUSED = {
    "clone": (56, 220),
    "fork": (57, None),
    "vfork": (58, None),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434),
    "setrlimit": (160, 164),
    "prlimit64": (302, 261),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "memfd_create": (319, 279),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "open_by_handle_at": (304, 265),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "personality": (135, 92),
    # what would outlast the child, or reach another process
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "process_madvise": (440, 440),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    # of files: /dev/null is the host's own, and root its owner
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "chroot": (161, 51),
    "fsmount": (432, 432),
    "mount_setattr": (442, 442),
    "memfd_secret": (447, 447),
}
MACHINES = {"x86_64": (X86_64, 0), "aarch64": (AARCH64, 1)}


def hide() -> None:
    """Make this process's memory and descriptors unreadable for others of the same user."""
    _prctl(PR_SET_DUMPABLE, 0)


def limit(memory: int, seconds: int) -> None:
    """Bound this process's memory (bytes) and processor time, its files and descriptors."""
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: GIGABYTE // 64,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def close_all_but(*kept: int) -> None:
    """Close every descriptor but the standard three and these."""
    low = 3
    for descriptor in sorted(kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def refuse_system_calls() -> None:
    """From here on the calls in REFUSED fail with EPERM, on the machines that are known."""
    if platform.machine() in MACHINES:
        _prctl(PR_SET_NO_NEW_PRIVS, 1)
        program = _program(*MACHINES[platform.machine()])
        steps = ctypes.create_string_buffer(program)
        header = struct.pack("@HxxxxxxP", len(program) // 8, ctypes.addressof(steps))  # struct sock_fprog
        _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.create_string_buffer(header))


def _program(architecture: int, column: int) -> bytes:
    """The filter: another architecture's calls are refused, and those in the list."""
    numbers = [row[column] for row in REFUSED.values() if row[column] is not None]
    steps = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, architecture), (RETURN, 0, 0, REFUSE), (LOAD, 0, 0, 0)]
    steps.append((AT_LEAST, len(numbers) + 1, 0, OTHER_ABI))
    steps += [(EQUAL, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    return b"".join(struct.pack("=HBBI", *step) for step in [*steps, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)])


def _prctl(*arguments: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    rest = [ctypes.c_ulong(item) if isinstance(item, int) else item for item in arguments[1:]]
    if libc.prctl(arguments[0], *rest, *[ctypes.c_ulong(0)] * (4 - len(rest))):
        raise OSError(ctypes.get_errno(), "prctl")
