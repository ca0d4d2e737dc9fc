"""What runs inside the sandbox, with learners' code. It imports lib and nothing else of the course."""
