"""Specs of the exercises, a package a week and in it a module a section of the notebook."""
