"""A family's gallery made by code, picture by picture, with the truth about every one."""
