"""The rules, one per module: a docstring (requirement, `Passes:`, `Fails:`), an `ID` and a `check` function."""
