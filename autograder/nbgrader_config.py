"""nbgrader's configuration for this course: run its commands in this folder, or with JUPYTER_CONFIG_PATH set to it."""

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions

from autograder.build import BUILD, refresh_sources
from autograder.release import Stamp, Stubs

c = get_config()  # noqa: F821, traitlets puts it here

c.CourseDirectory.course_id = "neural-networks-workbook"
c.CourseDirectory.root = str(BUILD)
c.ClearMarkScheme.enforce_metadata = False  # a scheme stands with its question, and comes back for whoever marks it

steps = [Stubs if step is ClearSolutions else step for step in GenerateAssignment.preprocessors.default_args[0]]
c.GenerateAssignment.preprocessors = [*steps, Stamp]

# Long enough for the slowest notebook on a busy machine; a learner's endless loop ends here.
c.Execute.timeout = 120

# Archives from a learning platform: student_week_notebook.ipynb, whatever stands before the last two underscores.
c.FileNameCollectorPlugin.named_regexp = r"(?P<student_id>[^_]+)_.*?(?P<file_id>[a-z]+_[a-z]+)\.ipynb"

refresh_sources(BUILD)
