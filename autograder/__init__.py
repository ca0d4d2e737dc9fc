"""The teacher's side of the workbook: specs, build and grading. Never handed to learners in a class."""
