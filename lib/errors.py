"""Errors that a learner or a teacher can act on."""


class CourseError(Exception):
    """Something is wrong with the course's files or with how they are called; the message says what to do."""

    def _render_traceback_(self) -> list[str]:
        """IPython shows this in place of a traceback through the course's own code."""
        return [str(self)]
