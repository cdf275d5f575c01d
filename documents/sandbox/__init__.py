"""Closes off a worker process before it reads anything: what a taken-over reader may still do is next to nothing.

Plain calls to the kernel (Linux, x86-64 and aarch64); `support.support()` says what this system has of it.
"""
