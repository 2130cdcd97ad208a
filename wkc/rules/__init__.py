"""The regulation as pure functions and tables: no clock, no disk, no SQL, no words for the screen."""
