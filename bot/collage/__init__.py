"""One picture out of many: plan, layout, crop, themes, lettering, paint.

Rules first (`importance`, `crop`, `trees`, `solve`, `layout`, `plan`), then two machines that
touch letters and pixels (`compose`, `paint`). A finished plan is the recipe of its picture.
"""
