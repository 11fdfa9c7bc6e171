"""Standpunt: who said what, when, and on which condition, in Dutch news."""

__version__ = "0.1.0"
