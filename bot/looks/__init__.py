"""Another look at one photo, and pictures from words: drafts of a recipe, never kept twice.

A painting is made by a network and says so; a filter is arithmetic on the photo's own pixels.
Pop colour is a filter: its network only says where a person stands, and every pixel shown is
the photo's own or its grey. A look is always of the photo as it is kept, never of another look.
"""
