"""Fuzz: whatever octets and texts people and other programs offer, the answer is a value or an error of ours."""
