"""The content model: one class a kind of content. Shapes
only; checks across objects stand in `macros.checks`.
"""
