"""Week 4, deep networks: how each exercise is tried, and the mistakes it knows."""
