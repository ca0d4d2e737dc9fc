"""Make a key: draw each exercise's cases, and record what the reference and every known mistake give."""

import ast
import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder import spec as specs
from autograder.source import Reference, Source, explained
from lib.call import Failure, Outcome, call
from lib.compare import Tolerance, mismatches
from lib.errors import CourseError, all_of
from lib.exercise import Case, Exercise, Mistake, Part, Question, Quiz
from lib.functions import FUNCTIONS
from lib.judge import judge
from lib.quiz import canonical, digest, judge_quiz
from lib.values import Named
from lib.verdict import Verdict

PUBLIC_SEED = "public"


def specs_of(week: str) -> dict[str, specs.Exercise | specs.Quiz]:
    """By id, all specs in the modules of autograder/exercises/<week>/.

    Raises CourseError where a module can't be imported, or where two specs have the same id.
    """
    package = _imported(f"autograder.exercises.{week}")
    names = [f"{package.__name__}.{found.name}" for found in pkgutil.iter_modules(package.__path__)]
    known: dict[str, specs.Exercise | specs.Quiz] = {}
    for module in all_of(partial(_imported, name) for name in names):
        for item in vars(module).values():
            if isinstance(item, (specs.Exercise, specs.Quiz)) and known.setdefault(item.id, item) is not item:
                raise CourseError(f"{_file_of(module.__name__)}: there is another spec of {item.id}; keep one.")
    return known


def make_key(source: Source, seed: str = PUBLIC_SEED) -> list[Exercise | Quiz]:
    """The key of one notebook, its exercises in the notebook's order; another seed draws other cases.

    Raises CourseError with all places where spec and notebook don't fit each other.
    """
    known = specs_of(source.week)
    missing = [name for name in source.references if name not in known]
    if missing:
        raise CourseError(f"autograder/exercises/{source.week}/ has no spec of {', '.join(missing)}.")
    return all_of(partial(make_item, known[name], source, seed) for name in source.references)


def make_item(spec: specs.Exercise | specs.Quiz, source: Source, seed: str = PUBLIC_SEED) -> Exercise | Quiz:
    """One exercise or quiz of the key."""
    reference = source.references[spec.id]
    if isinstance(spec, specs.Quiz):
        return _quiz(spec, reference)
    rng = np.random.default_rng(_number(f"{seed}/{spec.id}"))
    parts = all_of(partial(_part, part, reference, rng) for part in spec.parts)
    _refuse_idle_weights(spec.id, parts)
    mistakes = all_of(partial(_mistake, mistake, parts, source, reference) for mistake in spec.mistakes)
    parameters, results = _parameters(reference.value), _results(reference)
    limits = (spec.cpu, spec.wall)
    return Exercise(
        spec.id, reference.points, reference.name, parameters, parts, mistakes, spec.loop_free, results, *limits
    )


def problems(source: Source, items: list[Exercise | Quiz]) -> list[str]:
    """What is inconsistent among the notebook's exercises, as `make_key` made them; a sentence each."""
    known = specs_of(source.week)
    return [
        sentence
        for item in items
        for sentence in (
            _quiz_problems(item, known[item.id], source)
            if isinstance(item, Quiz)
            else _problems(item, known[item.id], source)
        )
    ]


def wrong_code(mistake: specs.Mistake, reference: Reference) -> str:
    """A mistake as a learner would have written it: a definition of the exercise's function."""
    if not isinstance(mistake.code, specs.Slip):
        return specs.code_of(mistake.code, reference.name)
    if reference.code.count(mistake.code.old) != 1:
        raise CourseError(f"{reference.id}: the slip {mistake.name} needs {mistake.code.old!r} once in the solution.")
    return reference.code.replace(mistake.code.old, mistake.code.new)


def outcomes(exercise: Exercise, function: Callable) -> list[Outcome]:
    """What `function` does in each of the exercise's cases."""
    return [call(function, case.arguments) for case in exercise.cases]


def wrong_function(mistake: specs.Mistake, source: Source, reference: Reference) -> Callable:
    """A mistake as a function, among the notebook's other functions."""
    if not isinstance(mistake.code, specs.Slip):
        return mistake.code
    names = dict(source.namespace)
    exec(compile(wrong_code(mistake, reference), mistake.name, "exec"), names)
    return names[reference.name]


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except CourseError:
        raise
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and error.name == name:
            week = name.rpartition(".")[2]
            raise CourseError(f"autograder/exercises/{week}/ is missing: the specs of {week} belong there.") from None
        raise CourseError(explained(error, _file_of(name))) from error


def _file_of(module: str) -> Path:
    return Path(*module.split(".")).with_suffix(".py")


@contextmanager
def _blaming(what: str) -> Iterator[None]:
    """Raise a CourseError that begins with `what` where the block, which is the spec's own code, fails."""
    try:
        yield
    except CourseError:
        raise
    except Exception as error:
        raise CourseError(f"{what}: {explained(error, Path('its spec'))}") from error


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big")


def _parameters(function: Callable) -> list[str]:
    code = function.__code__
    return list(code.co_varnames[: code.co_argcount])


def _results(reference: Reference) -> list[str]:
    """The names in the reference's last return: dw, J of `return dw / m, J`; none where two are the same."""
    returned = [node.value for node in ast.walk(ast.parse(reference.code)) if isinstance(node, ast.Return)]
    entries = returned[-1].elts if isinstance(returned[-1], ast.Tuple) else []
    stems = [item.left if isinstance(item, ast.BinOp) else item for item in entries]
    names = [stem.id if isinstance(stem, ast.Name) else "" for stem in stems]
    return names if all(names) and len(set(names)) == len(names) else []


def _part(part: specs.Part, reference: Reference, rng: np.random.Generator) -> Part:
    where = f"{reference.id}, part {part.title!r}"
    with _blaming(where):
        drawn = list(part.draw(rng) or ())
        if wrong := _wrong_draws(drawn):
            raise CourseError(f"{where}: {wrong}")
        cases = [Case(arguments, _expected(part, reference, arguments)) for arguments in drawn]
    return Part(part.title, cases, part.weight, part.tolerance, part.quiet, part.kept, part.whole, part.weights)


def _expected(part: specs.Part, reference: Reference, arguments: tuple) -> Any:
    if part.expected:
        return part.expected(*arguments)
    outcome = call(reference.value, arguments)
    if outcome.failure:
        failure = f"{outcome.failure.kind}: {outcome.failure.message}"
        raise CourseError(f"{reference.id}: the reference fails in {part.title!r} with {failure}.")
    return outcome.value


def _wrong_draws(drawn: list) -> str:
    """What is wrong with a part's cases, if anything is."""
    if not drawn:
        return "it draws no case; `yield` a tuple of arguments for each call."
    if not all(isinstance(arguments, tuple) for arguments in drawn):
        return "a case is no tuple of arguments; a single argument is written `yield (a,)`."
    named = [value.name for arguments in drawn for value in arguments if isinstance(value, Named)]
    unknown = sorted(set(named) - set(FUNCTIONS))
    return f"lib/functions.py has no function {', '.join(unknown)}." if unknown else ""


def _mistake(mistake: specs.Mistake, parts: list[Part], source: Source, reference: Reference) -> Mistake:
    with _blaming(f"{reference.id}, mistake {mistake.name}"):
        function = wrong_function(mistake, source, reference)
        rows = [[_outcome(mistake, function, case.arguments) for case in part.cases] for part in parts]
    return Mistake(mistake.name, mistake.hint, rows)


def _outcome(mistake: specs.Mistake, function: Callable, arguments: tuple) -> Outcome | None:
    """Without any line of code: a traceback would show the mistake's source."""
    if mistake.where and not mistake.where(*arguments):
        return None
    if mistake.gives:
        return Outcome(mistake.gives(*arguments))
    outcome = call(function, arguments)
    bare = outcome.failure and Failure(outcome.failure.kind, outcome.failure.message, "", "")
    return replace(outcome, failure=bare)


def _refuse_idle_weights(exercise_id: str, parts: list[Part]) -> None:
    """Parts may share weights, with entries that some results lack; but weights for none at all are a slip."""
    entries = {name for part in parts for case in part.cases for name in mismatches(case.expected, None, Tolerance())}
    for part in parts:
        if part.weights and entries.isdisjoint(part.weights):
            named = ", ".join(part.weights)
            raise CourseError(f"{exercise_id}, part {part.title!r}: weights name {named}, which no result has.")


def _quiz(spec: specs.Quiz, reference: Reference) -> Quiz:
    right = reference.value if isinstance(reference.value, dict) else {"": reference.value}
    wrong = spec.wrong if isinstance(reference.value, dict) else {"": spec.wrong}
    questions = {name: _question(spec.id, name, choice, wrong.get(name, {})) for name, choice in right.items()}
    return Quiz(spec.id, reference.points, reference.name, questions)


def _question(quiz_id: str, name: str, right: Any, wrong: dict[str, str]) -> Question:
    hints = {digest(quiz_id, name, choice): hint for choice, hint in wrong.items()}
    return Question(digest(quiz_id, name, right), hints)


def _problems(item: Exercise, spec: specs.Exercise, source: Source) -> Iterator[str]:
    reference = source.references[item.id]
    for function in (reference.value, *spec.variants):
        verdict = judge(item, outcomes(item, function))
        if not verdict.passed:
            yield f"{item.id}: {function.__name__} is right, but gets {_summary(verdict)}."
    for mistake in spec.mistakes:
        verdict = judge(item, outcomes(item, wrong_function(mistake, source, reference)))
        if verdict.passed:
            yield f"{item.id}: the mistake {mistake.name} gets full marks; draw cases that tell it apart."
        elif verdict.hints != [mistake.hint]:
            yield f"{item.id}: the mistake {mistake.name} is told {verdict.hints or 'nothing'}, not its own hint."


def _quiz_problems(item: Quiz, spec: specs.Quiz, source: Source) -> Iterator[str]:
    right = source.references[item.id].value
    if not judge_quiz(item, right).passed:
        yield f"{item.id}: its own answer is not accepted."
    by_question = spec.wrong if isinstance(right, dict) else {"": spec.wrong}
    for name, wrong in by_question.items():
        if name not in item.questions:
            yield f"{item.id}: there are hints for {name!r}, which is no question."
        elif canonical(right[name] if name else right) in map(canonical, wrong):
            yield f"{item.id}: the right answer has a hint as a wrong one{f' in {name!r}' if name else ''}."


def _summary(verdict: Verdict) -> str:
    wrong = [f"{line.title!r} {line.trouble.wrong}" for line in verdict.lines if line.trouble]
    return f"{verdict.earned:g} of {verdict.points:g}: {verdict.problem or '; '.join(wrong)}"
