"""Writes of this room: the nightly count. Seeds that bring a past with them use `forget_counts`."""

from .counting import Counted, count_figures, forget_counts

__all__ = ["Counted", "count_figures", "forget_counts"]
