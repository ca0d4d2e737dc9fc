"""The notebooks' figures. What a learner writes is handed to them as a function; none of it is here."""
