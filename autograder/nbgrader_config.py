"""nbgrader's configuration for this course: run its commands in this folder, or with JUPYTER_CONFIG_PATH set to it."""

import os
import warnings

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import AssignLatePenalties, ClearSolutions, SaveAutoGrades

from autograder import gradebook
from autograder.build import BUILD, refresh_sources
from autograder.nbgrader_steps import Grade, Lenient, take_the_only_notebook
from autograder.release import Stamp, Stubs
from autograder.source import sources

c = get_config()  # noqa: F821, traitlets puts it here

warnings.filterwarnings("ignore", module=r"nbgrader\.")  # its queries, to SQLAlchemy's taste

c.CourseDirectory.course_id = "neural-networks-workbook"
c.CourseDirectory.root = str(BUILD)
c.CourseDirectory.db_url = gradebook.database(BUILD, os.environ.get(gradebook.VARIABLE))
c.ClearMarkScheme.enforce_metadata = False  # a scheme stands with its question, and comes back for whoever marks it

steps = [Stubs if step is ClearSolutions else step for step in GenerateAssignment.preprocessors.default_args[0]]
c.GenerateAssignment.preprocessors = [*steps, Stamp]

# Learners' code runs in the sandbox, and nowhere else; the scores are saved as nbgrader saves them.
c.Autograde.exporter_class = Lenient
c.Autograde.sanitize_preprocessors = [Grade]
c.Autograde.autograde_preprocessors = [SaveAutoGrades, AssignLatePenalties]
c.Autograde.pre_convert_hook = take_the_only_notebook

(BUILD / "exchange").mkdir(parents=True, exist_ok=True)
c.Exchange.root = str(BUILD / "exchange")

# Names in a learning platform's archive: <learner>_<anything>_<notebook>.ipynb
names = "|".join(source.path.stem for source in sources())
c.FileNameCollectorPlugin.named_regexp = rf"(?:.*[/\\])?(?P<student_id>[^/\\_]+)_.*?(?P<file_id>{names})"

refresh_sources(BUILD)
