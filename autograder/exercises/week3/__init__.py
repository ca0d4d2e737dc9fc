"""Week 3, vectorization and broadcasting: how each exercise is tried, and the mistakes it knows."""
