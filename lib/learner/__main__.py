"""`python -m lib.learner`: the learner's commands where `workbook` is not installed."""

from lib.learner.commands import main

main()
