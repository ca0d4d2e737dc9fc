"""The learner's own commands: `workbook check`, `progress`, `hint`, `reset` and `solution`."""
