"""Week 1, binary classification: how each exercise is tried, and the mistakes it knows."""
