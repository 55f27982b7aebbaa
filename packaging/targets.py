"""The machines that the program must be installable on: which wheels they take, and what markers say there."""

from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True)
class Machine:
    """One kind of machine: its newest glibc (Linux) and the words that environment markers use for it."""

    name: str
    platforms: tuple[str, ...]
    os_name: str
    sys_platform: str
    platform_system: str
    platform_machine: str


@dataclass(frozen=True)
class Target:
    """A kind of machine with one Python on it."""

    machine: Machine
    python: str

    def __str__(self) -> str:
        """Give a short name, such as linux-aarch64/3.11."""
        return f"{self.machine.name}/{self.python}"

    def environment(self) -> dict[str, str]:
        """Give the values of the environment markers there, whatever machine this runs on."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": self.machine.os_name,
            "platform_machine": self.machine.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.machine.platform_system,
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": self.machine.sys_platform,
        }

    def pip_options(self) -> list[str]:
        """Give pip the options that make it choose the wheels of this target, and wheels only."""
        options = ["--only-binary=:all:", "--implementation=cp", f"--python-version={self.python}"]
        return options + [f"--platform={platform}" for platform in self.machine.platforms]


def manylinux(glibc_minor: int, machine: str) -> tuple[str, ...]:
    """Give the platform tags that a Linux with glibc 2.<glibc_minor> accepts, newest first."""
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(glibc_minor, 4, -1)]
    return (*tags, f"manylinux2014_{machine}", f"manylinux2010_{machine}", f"manylinux1_{machine}")


# The oldest systems to serve: UOS 20 has glibc 2.28, Kylin V10 SP1 (all that there is on aarch64) has 2.31.
LINUX_X86 = Machine("linux-x86_64", manylinux(28, "x86_64"), "posix", "linux", "Linux", "x86_64")
LINUX_ARM = Machine("linux-aarch64", manylinux(31, "aarch64"), "posix", "linux", "Linux", "aarch64")
WINDOWS = Machine("windows-x86_64", ("win_amd64",), "nt", "win32", "Windows", "AMD64")

TARGETS = tuple(Target(machine, python) for machine in (LINUX_X86, WINDOWS, LINUX_ARM) for python in PYTHONS)
