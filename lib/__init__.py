"""What the notebooks import: data, figures and checks. No exercise's answer is here as code."""
