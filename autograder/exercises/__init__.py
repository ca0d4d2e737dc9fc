"""Specs of the exercises, a module a week."""
