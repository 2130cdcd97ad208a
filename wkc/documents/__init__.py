"""The only paper: record -> Typst template -> PDF; the JSON Schema of the copy. Always Dutch."""
