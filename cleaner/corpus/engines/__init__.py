"""Cleaning inside other people's engines, each module with an extra of its own."""
